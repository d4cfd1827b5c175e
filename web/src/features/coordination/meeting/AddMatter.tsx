import { Group, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { choicesById } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';
import { companiesOf, peopleOf } from '../seats';
import { sections } from '../words';
import type { Meeting } from './query';

const Add = graphql(
  `
    mutation AddAgendaItem($input: AddAgendaItemInput!) {
      addAgendaItem(input: $input) {
        agendaItem {
          id
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

/** Puts a matter on the agenda of a meeting that is planned or runs. */
export function AddMatter({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const seat = useSeat();
  const { run, busy, refusals } = useAct(Add);
  const [title, setTitle] = useState('');
  const all = [...new Set([...meeting.sections, 'OTHER' as const])];
  const [section, setSection] = useState(all.includes('OTHER') ? 'OTHER' : all[0]);
  const members = meeting.group?.members ?? [];
  const companies = new Map([[seat.company.id, seat.company.name], ...companiesOf(members).map(({ id, name }) => [id, name] as const)]);
  const [company, setCompany] = useState(seat.company.id);
  const [person, setPerson] = useState('');
  const errors = byField(refusals);
  const submit = async () =>
    section !== undefined && (await run({ input: { meeting: meeting.id, section, title: title.trim(), company, person: person || null } })).done;
  return (
    <FormDialog
      title={t`Put a matter on the agenda`}
      hint={<Trans>What is open elsewhere comes here by itself. This is for anything else.</Trans>}
      label={t`Add it`}
      refusals={refusals}
      shown={['title', 'company', 'person']}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t`Title`} required maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={errors['title']} data-autofocus />
      <NativeSelect label={t`Section`} value={section} onChange={(event) => setSection(all.find((one) => one === event.currentTarget.value))} data={all.map((one) => ({ value: one, label: i18n._(sections[one]) }))} />
      <Group grow align="flex-start">
        <NativeSelect
          label={t`Whose matter`}
          value={company}
          onChange={(event) => {
            setCompany(event.currentTarget.value);
            setPerson('');
          }}
          data={[...companies].map(([value, label]) => ({ value, label }))}
          error={errors['company']}
        />
        <NativeSelect
          label={t`Who answers for it`}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
          data={[{ value: '', label: t`Nobody is named` }, ...choicesById(peopleOf(members).filter((one) => one.company === company))]}
          error={errors['person']}
        />
      </Group>
    </FormDialog>
  );
}
