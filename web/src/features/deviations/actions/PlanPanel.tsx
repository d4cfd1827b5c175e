import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { figure } from '~/lib/figure';
import { periodName } from '~/lib/period';
import { StateMark } from '~/ui/Mark';
import { Prose } from '~/ui/Prose';
import type { Story } from '../deviation';
import { Who } from '../Who';
import { Consents } from './Consents';
import { Obstacles } from './Obstacles';
import { PlanDecisions } from './PlanDecisions';
import type { Plan } from './plan';
import { Proof } from './Proof';
import { Tasks } from './Tasks';
import { actionStates } from './words';

/** What a plan has to know of the deviation that it answers. */
export type Against = Pick<Story, 'id' | 'revision' | 'kpi' | 'company' | 'service' | 'period' | 'review'>;

interface PlanPanelProps {
  plan: Plan;
  /** The deviation that it answers; nothing where that is not one's own to see. */
  against: Against | null;
}

/** A plan among others: its title leads to its page. */
export function PlanPanel({ plan, against }: PlanPanelProps) {
  const seat = useSeat();
  return (
    <Paper withBorder p="md" component="section">
      <Group justify="space-between" gap="sm" mb="sm">
        <Group gap="sm">
          <Title order={2}>
            <Anchor component={Link} to={seat.to(`actions/${plan.id}`)} inherit>
              {plan.title}
            </Anchor>
          </Title>
          <StateMark of={actionStates[plan.state]} />
        </Group>
        <PlanDecisions plan={plan} against={against} />
      </Group>
      <PlanBody plan={plan} against={against} heading={3} />
    </Paper>
  );
}

/** What a plan consists of and how it went; `heading` is the level of what stands above each part. */
export function PlanBody({ plan, against, heading }: PlanPanelProps & { heading: 2 | 3 }) {
  return (
    <Stack gap="lg">
      <Outcome plan={plan} />
      <Obstacles plan={plan} against={against} />
      <Tasks plan={plan} heading={heading} />
      <Consents plan={plan} heading={heading} />
      <Proof plan={plan} deviation={against?.period} heading={heading} />
    </Stack>
  );
}

/** What became of a plan, where that is known. */
function Outcome({ plan: { state, started, failedPeriod, failedValue, criterion, withdrawn, withdrawalReason } }: { plan: Plan }) {
  const { t } = useLingui();
  if (withdrawn) {
    return (
      <div>
        <Who by={withdrawn} />
        {withdrawalReason && <Prose>{withdrawalReason}</Prose>}
      </div>
    );
  }
  if (failedPeriod) {
    const measured = failedValue && criterion.kpi ? figure(failedValue, criterion.kpi.unit, criterion.value) : undefined;
    return <Text size="sm">{measured ? t`${periodName(failedPeriod)} measured ${measured} and did not meet the criterion.` : t`${periodName(failedPeriod)} did not meet the criterion.`}</Text>;
  }
  if (state === 'SUCCEEDED') return <Text size="sm">{t`Every period of its criterion met it.`}</Text>;
  if (!started) return null;
  return (
    <Text size="sm" component="div">
      <Trans>Started by</Trans> <Who by={started} />
    </Text>
  );
}
