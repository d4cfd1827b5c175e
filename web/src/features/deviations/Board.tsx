import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '~/ui/Empty';
import styles from './board.module.css';
import type { Card } from './card';
import { DeviationCard } from './DeviationCard';
import { type DeviationState, order, states } from './words';

interface BoardProps {
  /** Those that are not closed. */
  standing: readonly Card[];
  /** Whether there are more of them than stand here. */
  left: boolean;
  /** The latest closed ones, and how many there are. */
  closed: { nodes: readonly Card[]; totalCount: number | null } | undefined;
}

/** The deviations by where they stand, from the verdict that is missing to what is settled. */
export function Board({ standing, left, closed }: BoardProps) {
  const { t } = useLingui();
  const [params] = useSearchParams();
  if (standing.length === 0 && closed?.nodes.length === 0) {
    return (
      <Empty title={params.size > 0 ? t`Nothing fits these filters` : t`No promise was missed`}>
        <Trans>When a period is assessed and a figure misses its target, is at risk or silent, a deviation is raised here and waits for the group's verdict.</Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="xs">
      {left && (
        <Text size="sm" role="note">
          <Trans>There are more than a hundred that are not closed; narrow them by a filter, or read the table.</Trans>
        </Text>
      )}
      <div className={styles.board}>
        {order.map((state) => (
          <Column
            key={state}
            state={state}
            cards={state === 'CLOSED' ? (closed?.nodes ?? []) : standing.filter((one) => one.state === state)}
            count={state === 'CLOSED' ? closed?.totalCount : undefined}
          />
        ))}
      </div>
    </Stack>
  );
}

function Column({ state, cards, count = cards.length }: { state: DeviationState; cards: readonly Card[]; count?: number | null | undefined }) {
  const { t, i18n } = useLingui();
  const title = useId();
  const [params] = useSearchParams();
  const all = new URLSearchParams([...params, ['view', 'table'], ['state', state]]);
  const { label, hint } = states[state];
  return (
    <section className={styles.column} aria-labelledby={title}>
      <Group justify="space-between" gap="xs" title={i18n._(hint)}>
        <Title order={2} size="sm" id={title}>
          {i18n._(label)}
        </Title>
        <Text size="sm" c="dimmed" aria-label={t`How many`}>
          {count}
        </Text>
      </Group>
      {cards.length === 0 ? (
        <Text size="xs" c="dimmed">
          {i18n._(hint)} <Trans>None now.</Trans>
        </Text>
      ) : (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <DeviationCard key={card.id} of={card} />
          ))}
        </ul>
      )}
      {(count ?? 0) > cards.length && (
        <Anchor component={Link} to={{ search: all.toString() }} size="sm">
          {t`All ${count} in the table`}
        </Anchor>
      )}
    </section>
  );
}
