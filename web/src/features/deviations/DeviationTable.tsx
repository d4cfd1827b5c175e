import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearchParams } from 'react-router';
import { useSeat } from '~/app/seat';
import { periodName } from '~/lib/period';
import { Empty } from '~/ui/Empty';
import { StateMark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Wide } from '~/ui/Wide';
import styles from './board.module.css';
import type { Card } from './card';
import { Marks } from './DeviationCard';
import { sides, unitOf, useTold } from './told';
import { states } from './words';

interface DeviationTableProps {
  page: { nodes: readonly Card[]; totalCount: number | null; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** The deviations as a table, the latest raised first, a page at a time. */
export function DeviationTable({ page: { nodes, totalCount, pageInfo } }: DeviationTableProps) {
  const { t } = useLingui();
  const [params] = useSearchParams();
  const at = (after: string | null) => {
    const next = new URLSearchParams(params);
    next.delete('after');
    if (after) next.set('after', after);
    return { search: next.toString() };
  };
  const heads = [t`KPI`, t`Whose`, t`Period`, t`Figure`, t`Target`, t`State`, t`What`, t`Raised`];
  return (
    <Stack gap="sm">
      {totalCount !== null && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {t`${totalCount} in all`}
        </Text>
      )}
      {nodes.length === 0 ? (
        <Empty title={t`Nothing fits these filters`} />
      ) : (
        <Wide label={t`Deviations`}>
          <Table striped highlightOnHover fz="sm" verticalSpacing={6} miw={980}>
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
              {nodes.map((one) => (
                <Row key={one.id} of={one} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <Group gap="md" className="no-print">
        {params.has('after') && (
          <Anchor component={Link} to={at(null)} size="sm">
            <Trans>The latest ones</Trans>
          </Anchor>
        )}
        {pageInfo.hasNextPage && (
          <Anchor component={Link} to={at(pageInfo.endCursor)} size="sm">
            <Trans>Earlier ones</Trans>
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}

function Row({ of: deviation }: { of: Card }) {
  const seat = useSeat();
  const told = useTold();
  const { id, kpi, company, service, period, state, figures, raisedAt } = deviation;
  const unit = unitOf(deviation);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={550}>
        <Anchor component={Link} to={seat.to(`deviations/${id}`)} data-row aria-label={told.name(deviation)} size="sm">
          {told.kpi(kpi)}
        </Anchor>
      </Table.Th>
      <Table.Td>{told.whose(company, service)}</Table.Td>
      <Table.Td className={styles.cell}>{periodName(period)}</Table.Td>
      <Table.Td className={styles.cell}>{told.value(figures.value, unit, figures.target?.value)}</Table.Td>
      <Table.Td className={styles.cell}>
        {kpi && figures.target && sides[kpi.direction]} {told.target(figures.target, unit)}
      </Table.Td>
      <Table.Td>
        <StateMark of={states[state]} />
      </Table.Td>
      <Table.Td>
        <Marks of={deviation} />
      </Table.Td>
      <Table.Td className={styles.cell}>
        <Moment at={raisedAt} short />
      </Table.Td>
    </Table.Tr>
  );
}
