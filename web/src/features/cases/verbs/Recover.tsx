import { NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { against } from '~/lib/refusals';
import { lengthOf, now, wallClock } from '~/lib/time';
import { instantOf } from '~/lib/zoned';
import { FormDialog } from '~/ui/FormDialog';
import { type DialogProps, useChange } from './dialog';
import { RecoverCase } from './documents';

/** Somebody takes it on to win the customer back, by a day and hour. */
export function Recover({ story, agreed, onClose }: DialogProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const people = new Map(agreed.teams.flatMap(({ members }) => members.flatMap(({ person, company: of }) => (person && of.id === company.id ? [[person.id, person.name] as const] : []))));
  const [owner, setOwner] = useState([...people.keys()][0] ?? '');
  const [due, setDue] = useState(() => wallClock(now() + lengthOf(agreed.caseHandling?.recovery ?? 'P5D'), agreed.zone));
  const { tell, dialog } = useChange(RecoverCase, story);
  return (
    <FormDialog
      title={t`Win the customer back`}
      hint={t`The customer was not content with ${story.reference}. Somebody owns the way back to a good word, until their next rating says so.`}
      label={t`Take it on`}
      shown={['owner', 'due']}
      {...dialog}
      onSubmit={() => tell({ owner, company: company.id, due: instantOf(due, agreed.zone) ?? '' })}
      onClose={onClose}
    >
      <NativeSelect label={t`Who owns it`} value={owner} onChange={(event) => setOwner(event.currentTarget.value)} error={against(dialog.refusals, 'owner')} data={[...people].map(([value, label]) => ({ value, label }))} data-autofocus />
      <TextInput type="datetime-local" label={t`By when`} description={t`Time in ${agreed.zone}`} value={due} onChange={(event) => setDue(event.currentTarget.value)} error={against(dialog.refusals, 'due')} required />
    </FormDialog>
  );
}
