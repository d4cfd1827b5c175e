import { NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '~/lib/act';
import { choicesById } from '~/lib/choices';
import { useDecision } from '~/lib/decide';
import type { Refusal } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';
import { PlanTraining, ReplanTraining } from './acts';
import type { Ground, Trained, Training } from './training';

/** What is taught, and for how long a completion counts. */
interface Taught {
  topics: string;
  validFor: number | null;
}

const linesOf = (topics: string) => topics.split('\n').map((line) => line.trim()).filter(Boolean);
const inTaught = (field: string | null) => field !== null && /^(topics|validFor)/.test(field);

interface PlanProps {
  /** What the company may train people on. */
  trainable: readonly Trained[];
  teams: Ground['teams'];
  onClose(): void;
}

/** Plans what a team learns of an approved version. */
export function Plan({ trainable, teams, onClose }: PlanProps) {
  const { t } = useLingui();
  const plan = useAct(PlanTraining);
  const [boundary, setBoundary] = useState(trainable[0]?.id ?? '');
  const [team, setTeam] = useState(teams[0]?.id ?? '');
  const [taught, setTaught] = useState<Taught>({ topics: '', validFor: null });
  const version = trainable.find(({ id }) => id === boundary)?.approved?.number ?? 0;
  const submit = async () => (await plan.run({ input: { boundary, version, team, topics: linesOf(taught.topics), validFor: taught.validFor } })).done;
  return (
    <FormDialog
      title={t`Plan a training`}
      hint={<Trans>Any team may have one: the contact point learns of every boundary around its service.</Trans>}
      label={t`Plan it`}
      refusals={plan.refusals}
      shown={plan.refusals.flatMap(({ field }) => (inTaught(field) && field ? [field] : []))}
      busy={plan.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t`Boundary`}
        description={t`Its approved version ${version}`}
        value={boundary}
        onChange={({ currentTarget: { value } }) => setBoundary(value)}
        data={trainable.map(({ id, approved }) => ({ value: id, label: approved?.content.title ?? '' }))}
        data-autofocus
      />
      <NativeSelect label={t`Team that learns`} value={team} onChange={({ currentTarget: { value } }) => setTeam(value)} data={choicesById(teams)} />
      <TaughtFields value={taught} onChange={setTaught} refusals={plan.refusals} />
    </FormDialog>
  );
}

interface ReplanProps {
  training: Training;
  onClose(): void;
}

/** Plans a training otherwise. */
export function Replan({ training, onClose }: ReplanProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(ReplanTraining, training);
  const [taught, setTaught] = useState<Taught>({ topics: training.topics.join('\n'), validFor: training.validFor });
  return (
    <FormDialog
      title={t`Plan it otherwise`}
      hint={<Trans>Once somebody has completed it, what is taught stays the same; how long it counts can change.</Trans>}
      label={t`Plan it so`}
      {...dialog}
      shown={dialog.refusals.flatMap(({ field }) => (inTaught(field) && field ? [field] : []))}
      onSubmit={() => run({ input: { training: training.id, revision, topics: linesOf(taught.topics), validFor: taught.validFor } })}
      onClose={onClose}
    >
      <TaughtFields value={taught} onChange={setTaught} refusals={dialog.refusals} />
    </FormDialog>
  );
}

function TaughtFields({ value, onChange, refusals }: { value: Taught; onChange(value: Taught): void; refusals: readonly Refusal[] }) {
  const { t } = useLingui();
  const errorOf = (name: string) => refusals.find(({ field }) => field?.startsWith(name))?.message;
  return (
    <>
      <Textarea
        label={t`What is taught`}
        description={t`One topic a line.`}
        value={value.topics}
        onChange={({ currentTarget }) => onChange({ ...value, topics: currentTarget.value })}
        error={errorOf('topics')}
        required
        autosize
        minRows={3}
      />
      <NumberInput
        label={t`A completion counts for so many days`}
        description={t`Empty: as long as the version holds.`}
        value={value.validFor ?? ''}
        onChange={(days) => onChange({ ...value, validFor: typeof days === 'number' ? days : null })}
        error={errorOf('validFor')}
        min={1}
        max={3650}
        allowDecimal={false}
      />
    </>
  );
}
