import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '~/lib/act';
import { byField } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';
import { slotInput, slotOf } from '../calendar/slot';
import { SlotFields } from '../calendar/SlotFields';
import type { Meeting } from './query';
import { MoveMeeting } from './verbs';

/** Has a planned meeting take place at another time or in another place. */
export function MoveDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useLingui();
  const { run, busy, refusals } = useAct(MoveMeeting);
  const [slot, setSlot] = useState(() => slotOf(meeting));
  const submit = async () => {
    const when = slotInput(slot);
    return when !== undefined && (await run({ input: { meeting: meeting.id, revision: meeting.revision, ...when } })).done;
  };
  return (
    <FormDialog
      title={t`Move “${meeting.title}”`}
      hint={<Trans>Everybody who is invited gets the invitation again. What was moved by hand stays where it is until its cadence changes.</Trans>}
      label={t`Move it`}
      refusals={refusals}
      shown={['startsAt', 'lasts', 'place']}
      busy={busy}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <SlotFields slot={slot} onSlot={setSlot} errors={byField(refusals)} />
    </FormDialog>
  );
}
