import { Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { useDecision } from '~/lib/decide';
import { Agree } from '~/ui/Agree';
import { Ask } from '../Ask';
import type { Against } from './PlanPanel';
import { PlanDialog } from './PlanDialog';
import { type Plan, unstarted } from './plan';
import { Propose, Start, Withdraw } from './verbs';

interface Deciding {
  plan: Plan;
  onClose(): void;
}

/** What coordinators decide on a whole plan before its start. */
export function PlanDecisions({ plan, against }: { plan: Plan; against: Against | null }) {
  const { holds } = useSeat();
  if (!unstarted(plan) || !holds('COORDINATOR')) return null;
  const ready = plan.state === 'PROPOSED' && plan.obstacles.length === 0 && against?.review?.verdict === 'ACCEPT';
  return (
    <Group gap="xs" className="no-print">
      {plan.state === 'DRAFT' && (
        <Ask variant="filled" dialog={(close) => <ProposeDialog plan={plan} onClose={close} />}>
          <Trans>Propose</Trans>
        </Ask>
      )}
      {ready && (
        <Ask variant="filled" dialog={(close) => <StartDialog plan={plan} onClose={close} />}>
          <Trans>Start</Trans>
        </Ask>
      )}
      {against && (
        <Ask dialog={(close) => <PlanDialog for={against} plan={plan} onClose={close} />}>
          <Trans>Change</Trans>
        </Ask>
      )}
      <Ask dialog={(close) => <WithdrawDialog plan={plan} onClose={close} />}>
        <Trans>Withdraw</Trans>
      </Ask>
    </Group>
  );
}

function ProposeDialog({ plan, onClose }: Deciding) {
  const { t } = useLingui();
  const decision = useDecision(Propose, plan);
  const { id, title } = plan;
  return (
    <Agree
      title={t`Propose “${title}”`}
      hint={t`Every company with a task, and the one whose figure it is, is asked for its consent; each task is to be accepted by its company.`}
      label={t`Propose`}
      about={id}
      {...decision.dialog}
      onAgree={() => decision.run({ input: { correctiveAction: id, revision: decision.revision } })}
      onClose={onClose}
    />
  );
}

function StartDialog({ plan, onClose }: Deciding) {
  const { t } = useLingui();
  const decision = useDecision(Start, plan);
  const { id, title } = plan;
  return (
    <Agree
      title={t`Start “${title}”`}
      hint={t`The plan is fixed from now on. Tasks are done, then the periods of the criterion decide whether it worked.`}
      label={t`Start`}
      about={id}
      {...decision.dialog}
      onAgree={() => decision.run({ input: { correctiveAction: id, revision: decision.revision } })}
      onClose={onClose}
    />
  );
}

function WithdrawDialog({ plan, onClose }: Deciding) {
  const { t } = useLingui();
  const decision = useDecision(Withdraw, plan);
  const { id, title } = plan;
  return (
    <Agree
      title={t`Withdraw “${title}”`}
      hint={t`The plan is given up before its start. The deviation stays where it is.`}
      label={t`Withdraw`}
      reason="needed"
      about={id}
      danger
      {...decision.dialog}
      onAgree={(reason) => decision.run({ input: { correctiveAction: id, revision: decision.revision, reason } })}
      onClose={onClose}
    />
  );
}
