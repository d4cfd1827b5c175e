import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { periodName } from '~/lib/period';
import { Mark, StateMark } from '~/ui/Mark';
import { actionStates } from './actions/words';
import styles from './board.module.css';
import type { Card } from './card';
import { sides, unitOf, useTold } from './told';
import { closings, kinds, verdicts } from './words';

/** A deviation on the board: what missed by how much, whose it is, and what is done about it. */
export function DeviationCard({ of: deviation }: { of: Card }) {
  const { t } = useLingui();
  const seat = useSeat();
  const told = useTold();
  const { id, kpi, company, service, period, kind, state, figures, disclosed } = deviation;
  const unit = unitOf(deviation);
  return (
    <Paper component="li" withBorder p="xs" className={styles.card} data-kind={kind} data-state={state}>
      <Stack gap={4}>
        <Anchor component={Link} to={seat.to(`deviations/${id}`)} data-row aria-label={told.name(deviation)} size="sm" fw={600} c="inherit" lh={1.3}>
          {told.kpi(kpi)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {told.whose(company, service)} · {periodName(period)}
          {!disclosed && <IconLock size={13} role="img" aria-label={t`Only its company, the steward and the auditor see it`} style={{ marginInlineStart: 4, verticalAlign: '-2px' }} />}
        </Text>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Text span fw={650}>
            {told.value(figures.value, unit, figures.target?.value)}
          </Text>{' '}
          {figures.target && (
            <Text span size="xs" c="dimmed">
              {t`target`} {kpi && sides[kpi.direction]} {told.target(figures.target, unit)}
            </Text>
          )}
        </Text>
        <Marks of={deviation} />
      </Stack>
    </Paper>
  );
}

/** What a list says of a deviation in a word or two: what is wrong, how far up it is, what was said and done. */
export function Marks({ of: { kind, state, level, review, closing, correctiveActions } }: { of: Card }) {
  const { t, i18n } = useLingui();
  const action = state === 'CLOSED' ? undefined : correctiveActions.at(-1);
  return (
    <Group gap={4}>
      {state !== 'CLOSED' && <StateMark of={kinds[kind]} />}
      {level > 1 && <Mark tone="bad">{t`Level ${level}`}</Mark>}
      {closing && <StateMark of={closings[closing]} />}
      {review && state === 'REVIEWED' && <StateMark of={verdicts[review.verdict]} />}
      {action && action.state !== 'FAILED' && <Mark tone={actionStates[action.state].tone}>{t`Plan: ${i18n._(actionStates[action.state].label)}`}</Mark>}
    </Group>
  );
}
