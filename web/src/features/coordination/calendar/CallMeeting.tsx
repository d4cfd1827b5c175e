import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { choicesById, choicesOf } from '~/lib/choices';
import type { EnumOf } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { now } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { Call } from '../meeting/verbs';
import { templates } from '../words';
import { nextSlot, slotInput } from './slot';
import { SlotFields } from './SlotFields';

/** Calls a meeting outside every cadence. */
export function CallMeeting({ groups, onClose }: { groups: readonly { id: string; name: string }[]; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const go = useNavigate();
  const { agreement, to } = useSeat();
  const { run, busy, refusals } = useAct(Call);
  const [group, setGroup] = useState(groups[0]?.id ?? '');
  const [template, setTemplate] = useState<EnumOf<'MeetingTemplate'>>('CUSTOM');
  const [title, setTitle] = useState('');
  const [slot, setSlot] = useState(() => nextSlot(now(), agreement.zone));
  const errors = byField(refusals);
  const submit = async () => {
    const when = slotInput(slot);
    if (!when) return false;
    const { data, done } = await run({ input: { group, template, title: title.trim(), ...when } });
    const called = data?.callMeeting.meeting;
    if (done && called) void go(to(`meetings/${called.id}`));
    return done;
  };
  return (
    <FormDialog
      title={t`Call a meeting`}
      hint={<Trans>Members of the group are invited by mail and calendar.</Trans>}
      label={t`Call it`}
      refusals={refusals}
      shown={['title', 'startsAt', 'lasts', 'place']}
      busy={busy}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect label={t`Group`} value={group} onChange={(event) => setGroup(event.currentTarget.value)} data={choicesById(groups)} />
      <NativeSelect
        label={t`Kind`}
        description={t`Says what comes onto the agenda by itself; of a custom one, nothing does.`}
        value={template}
        onChange={(event) => setTemplate(event.currentTarget.value as EnumOf<'MeetingTemplate'>)}
        data={choicesOf(templates, i18n)}
      />
      <TextInput label={t`Title`} required maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={errors['title']} data-autofocus />
      <SlotFields slot={slot} onSlot={setSlot} errors={errors} />
    </FormDialog>
  );
}
