import { Group, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '~/lib/act';
import { choicesById } from '~/lib/choices';
import { byField } from '~/lib/refusals';
import { today } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { AssignActionItem } from './verbs';

/** Somebody who can be given something to do. */
export interface Doer {
  id: string;
  name: string;
  company: string;
}

interface AssignItemProps {
  group: string;
  meeting?: string | null;
  matter?: string | null;
  decision?: string | null;
  companies: readonly { id: string; name: string }[];
  people: readonly Doer[];
  /** Whose it most likely is. */
  company?: string | undefined;
  onClose(): void;
}

/** Gives a company, and perhaps one of its people, something to do by a day. */
export function AssignItem({ group, meeting = null, matter = null, decision = null, companies, people, company: likely, onClose }: AssignItemProps) {
  const { t } = useLingui();
  const { run, busy, refusals } = useAct(AssignActionItem);
  const [title, setTitle] = useState('');
  const [company, setCompany] = useState(likely ?? companies[0]?.id ?? '');
  const [person, setPerson] = useState('');
  const [dueOn, setDueOn] = useState('');
  const errors = byField(refusals);
  const submit = async () =>
    (await run({ input: { group, meeting, agendaItem: matter, decision, title: title.trim(), company, person: person || null, dueOn } })).done;
  return (
    <FormDialog
      title={t`Give somebody something to do`}
      hint={<Trans>The company reports it as done, with evidence. It is reminded three days before, and told when it is overdue.</Trans>}
      label={t`Assign`}
      refusals={refusals}
      shown={['title', 'company', 'person', 'dueOn']}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t`What is to be done`} required maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={errors['title']} data-autofocus />
      <Group grow align="flex-start">
        <NativeSelect
          label={t`Company`}
          value={company}
          onChange={(event) => {
            setCompany(event.currentTarget.value);
            setPerson('');
          }}
          data={choicesById(companies)}
          error={errors['company']}
        />
        <NativeSelect
          label={t`Person`}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
          data={[{ value: '', label: t`The company says` }, ...choicesById(people.filter((one) => one.company === company))]}
          error={errors['person']}
        />
      </Group>
      <TextInput type="date" label={t`Done by`} required min={today()} value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} error={errors['dueOn']} />
    </FormDialog>
  );
}
