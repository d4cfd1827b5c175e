import { Group, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { today } from '~/lib/time';
import { StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { Wide } from '~/ui/Wide';
import { Who } from '../Who';
import styles from '../board.module.css';
import type { Plan, Task } from './plan';
import { TaskDecisions } from './TaskDecisions';
import { taskStates } from './words';

/** Who does what until when, and how far it is. */
export function Tasks({ plan, heading }: { plan: Plan; heading: 2 | 3 }) {
  const { t } = useLingui();
  const heads = [t`Company`, t`Task`, t`Owner`, t`Due`, t`State`];
  return (
    <div>
      <Title order={heading} size="h3" mb={4}>
        <Trans>Tasks</Trans>
      </Title>
      {plan.tasks.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>No task yet: change the plan, and say who does what until when.</Trans>
        </Text>
      ) : (
        <Wide label={t`Tasks of ${plan.title}`}>
          <Table fz="sm" verticalSpacing={6} miw={640}>
            <Table.Thead>
              <Table.Tr>
                {heads.map((head) => (
                  <Table.Th key={head} scope="col">
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {plan.tasks.map((task) => (
                <Row key={task.id} plan={plan} task={task} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </div>
  );
}

function Row({ plan, task }: { plan: Plan; task: Task }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const { company, title, owner, due, state, answered, done, reason, evidence } = task;
  const late = state !== 'DONE' && plan.state === 'ACTING' && due < today(agreement.zone);
  return (
    <Table.Tr>
      <Table.Td>{company?.name ?? t`A company`}</Table.Td>
      <Table.Th scope="row" fw={550}>
        {title}
        {reason && <Prose fw={400}>{t`Declined: ${reason}`}</Prose>}
        {evidence && <Prose fw={400}>{t`Shown by: ${evidence}`}</Prose>}
      </Table.Th>
      <Table.Td>{owner?.name ?? t`Somebody`}</Table.Td>
      <Table.Td className={styles.cell}>
        <Day on={due} />
        {late && (
          <Text size="xs" c="error" fw={600}>
            <Trans>overdue</Trans>
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <StateMark of={taskStates[state]} />
          {(done ?? answered) && <Who by={done ?? answered!} />}
          <TaskDecisions plan={plan} task={task} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
