import { Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDraft } from '~/lib/draft';
import { byField, type Outcome } from '~/lib/refusals';
import { today } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { CompleteTraining, WaiveTraining } from './acts';
import type { Standing, Training } from './training';

interface RecordProps {
  training: Training;
  standing: Standing;
  onStale(): void;
  onClose(): void;
}

/** Who it is about, as the API takes them. */
function memberOf({ training, standing }: RecordProps) {
  return { training: training.id, revision: training.revision, person: standing.person?.id ?? '', company: standing.company?.id ?? '' };
}

function settle({ done, refusals }: Outcome<unknown>, onStale: () => void): boolean {
  if (refusals.some(({ code }) => code === 'TRAINING_STALE')) onStale();
  return done;
}

/** Records that a member completed a training. */
export function Complete(props: RecordProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const { id } = useMe();
  const { training, standing, onStale, onClose } = props;
  const name = standing.person?.name ?? '';
  const [on, setOn] = useState(() => today(agreement.zone));
  const [evidence, setEvidence, drop] = useDraft(`completion ${training.id} ${standing.person?.id ?? ''}`, id);
  const complete = useAct(CompleteTraining);
  const errors = byField(complete.refusals);
  const submit = async () => {
    const done = settle(await complete.run({ input: { ...memberOf(props), on, evidence: evidence.trim() || null } }), onStale);
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={t`${name} completed it`} label={t`Record it`} refusals={complete.refusals} shown={['on', 'evidence']} busy={complete.busy} onSubmit={submit} onClose={onClose}>
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
  const { training, standing, onStale, onClose } = props;
  const name = standing.person?.name ?? '';
  const [until, setUntil] = useState('');
  const [reason, setReason, drop] = useDraft(`waiver ${training.id} ${standing.person?.id ?? ''}`, id);
  const waive = useAct(WaiveTraining);
  const errors = byField(waive.refusals);
  const submit = async () => {
    const done = settle(await waive.run({ input: { ...memberOf(props), until, reason: reason.trim() } }), onStale);
    if (done) drop();
    return done;
  };
  return (
    <FormDialog
      title={t`Let ${name} off`}
      hint={<Trans>They may take duty at the contact point untrained until the last day, for a reason that everybody can read.</Trans>}
      label={t`Let off`}
      refusals={waive.refusals}
      shown={['until', 'reason']}
      busy={waive.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput type="date" label={t`Last day`} description={t`Within a year`} value={until} min={today(agreement.zone)} onChange={({ currentTarget: { value } }) => setUntil(value)} error={errors['until']} required data-autofocus />
      <Textarea label={t`Reason`} value={reason} onChange={({ currentTarget: { value } }) => setReason(value)} error={errors['reason']} required autosize minRows={2} maxLength={4000} />
    </FormDialog>
  );
}
