import { Group, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '~/features/identity/session';
import { useDecision } from '~/lib/decide';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { FormDialog } from '~/ui/FormDialog';
import { Ask } from '../Ask';
import { useVoices } from '../voices';
import type { Plan, Task } from './plan';
import { AcceptTask, CompleteTask, DeclineTask } from './verbs';

interface Answering {
  plan: Plan;
  task: Task;
  onClose(): void;
}

/** What a company says to its own task, and that it is done. */
export function TaskDecisions({ plan, task }: { plan: Plan; task: Task }) {
  const { t } = useLingui();
  const { coordinates, works } = useVoices();
  const { company, state, title } = task;
  const answers = plan.state === 'PROPOSED' && coordinates(company);
  const does = (plan.state === 'ACTING' || plan.state === 'VERIFYING') && state === 'ACCEPTED' && works(company);
  if (!answers && !does) return null;
  return (
    <Group gap={4} wrap="nowrap" className="no-print">
      {answers && state !== 'ACCEPTED' && (
        <Ask variant="filled" aria-label={t`Accept the task ${title}`} dialog={(close) => <AcceptDialog plan={plan} task={task} onClose={close} />}>
          <Trans>Accept</Trans>
        </Ask>
      )}
      {answers && state !== 'DECLINED' && (
        <Ask aria-label={t`Decline the task ${title}`} dialog={(close) => <DeclineDialog plan={plan} task={task} onClose={close} />}>
          <Trans>Decline</Trans>
        </Ask>
      )}
      {does && (
        <Ask variant="filled" aria-label={t`Report the task ${title} as done`} dialog={(close) => <CompleteDialog plan={plan} task={task} onClose={close} />}>
          <Trans>Report as done</Trans>
        </Ask>
      )}
    </Group>
  );
}

function AcceptDialog({ plan, task, onClose }: Answering) {
  const { t } = useLingui();
  const decision = useDecision(AcceptTask, plan);
  return (
    <Agree
      title={t`Accept the task`}
      hint={t`${task.company?.name ?? t`The company`} will do it: ${task.title}`}
      label={t`Accept`}
      about={task.id}
      {...decision.dialog}
      onAgree={() => decision.run({ input: { correctiveAction: plan.id, revision: decision.revision, task: task.id } })}
      onClose={onClose}
    />
  );
}

function DeclineDialog({ plan, task, onClose }: Answering) {
  const { t } = useLingui();
  const decision = useDecision(DeclineTask, plan);
  return (
    <Agree
      title={t`Decline the task`}
      hint={t`${task.title}. The plan cannot start until the task is changed or taken out.`}
      label={t`Decline`}
      reason="needed"
      about={task.id}
      {...decision.dialog}
      onAgree={(reason) => decision.run({ input: { correctiveAction: plan.id, revision: decision.revision, task: task.id, reason } })}
      onClose={onClose}
    />
  );
}

function CompleteDialog({ plan, task, onClose }: Answering) {
  const { t } = useLingui();
  const me = useMe();
  const decision = useDecision(CompleteTask, plan);
  const [evidence, setEvidence, drop] = useDraft(`evidence ${task.id}`, me.id);
  const submit = async () => {
    const done = await decision.run({ input: { correctiveAction: plan.id, revision: decision.revision, task: task.id, evidence: evidence.trim() } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={t`Report the task as done`} hint={task.title} label={t`Report as done`} {...decision.dialog} shown={['evidence']} onSubmit={submit} onClose={onClose}>
      <Textarea
        label={t`What shows that it is done`}
        description={t`In words, or as a link.`}
        required
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        error={against(decision.dialog.refusals, 'evidence')}
        autosize
        minRows={3}
        maxLength={4000}
        data-autofocus
      />
    </FormDialog>
  );
}
