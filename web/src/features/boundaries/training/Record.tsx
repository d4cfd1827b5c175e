import { Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useDecision } from '~/lib/decide';
import { useDraft } from '~/lib/draft';
import { byField } from '~/lib/refusals';
import { today } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { CompleteTraining, WaiveTraining } from './acts';
import type { Standing, Training } from './training';

interface RecordProps {
  training: Training;
  standing: Standing;
  onClose(): void;
}

/** Who it is about, as the API takes them. */
function memberOf({ training, standing }: RecordProps) {
  return { training: training.id, person: standing.person?.id ?? '', company: standing.company?.id ?? '' };
}

/** Records that a member completed a training. */
export function Complete(props: RecordProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const { id } = useMe();
  const { training, standing, onClose } = props;
  const name = standing.person?.name ?? '';
  const [on, setOn] = useState(() => today(agreement.zone));
  const [evidence, setEvidence, drop] = useDraft(`completion ${training.id} ${standing.person?.id ?? ''}`, id);
  const { revision, run, dialog } = useDecision(CompleteTraining, training);
  const errors = byField(dialog.refusals);
  const submit = async () => {
    const done = await run({ input: { ...memberOf(props), revision, on, evidence: evidence.trim() || null } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={t`${name} completed it`} label={t`Record it`} {...dialog} shown={['on', 'evidence']} onSubmit={submit} onClose={onClose}>
      <TextInput type="date" label={t`On`} value={on} max={today(agreement.zone)} onChange={({ currentTarget: { value } }) => setOn(value)} error={errors['on']} required data-autofocus />
      <Textarea label={t`What shows it`} description={t`In words, or as a link.`} value={evidence} onChange={({ currentTarget: { value } }) => setEvidence(value)} error={errors['evidence']} autosize minRows={2} maxLength={4000} />
    </FormDialog>
  );
}

/** Lets a member take duty untrained for a while. */
export function Waive(props: RecordProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const { id } = useMe();
  const { training, standing, onClose } = props;
  const name = standing.person?.name ?? '';
  const [until, setUntil] = useState('');
  const [reason, setReason, drop] = useDraft(`waiver ${training.id} ${standing.person?.id ?? ''}`, id);
  const { revision, run, dialog } = useDecision(WaiveTraining, training);
  const errors = byField(dialog.refusals);
  const submit = async () => {
    const done = await run({ input: { ...memberOf(props), revision, until, reason: reason.trim() } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog
      title={t`Let ${name} off`}
      hint={<Trans>They may take duty at the contact point untrained until the last day, for a reason that everybody can read.</Trans>}
      label={t`Let off`}
      {...dialog}
      shown={['until', 'reason']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput type="date" label={t`Last day`} description={t`Within a year`} value={until} min={today(agreement.zone)} onChange={({ currentTarget: { value } }) => setUntil(value)} error={errors['until']} required data-autofocus />
      <Textarea label={t`Reason`} value={reason} onChange={({ currentTarget: { value } }) => setReason(value)} error={errors['reason']} required autosize minRows={2} maxLength={4000} />
    </FormDialog>
  );
}
