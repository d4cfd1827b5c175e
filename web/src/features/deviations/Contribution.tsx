import { Box, Paper, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { difference, figure, millionths } from '~/lib/figure';
import { graphql, type ResultOf } from '~/lib/graphql';
import { StateMark } from '~/ui/Mark';
import { Wide } from '~/ui/Wide';
import styles from './board.module.css';
import type { Story } from './deviation';
import { useTold } from './told';
import { figureVerdicts, withheld } from './words';

const Shares = graphql(`
  query DeviationShares($agreement: String!, $period: String!, $by: ScorecardBy!, $filter: ScorecardFilter) {
    agreement(code: $agreement) {
      id
      scorecard(period: $period, by: $by, filter: $filter) {
        company {
          id
          code
          name
        }
        value
        unit
        denominator
        target
        targetUpper
        verdict
        contribution
        contributionAdditive
        withheld
        restatedFrom
      }
    }
  }
`);

type Cell = NonNullable<ResultOf<typeof Shares>['agreement']>['scorecard'][number];

/** How each company's figure of the same KPI and period stands, and how much of the joint gap it carries. */
export function Contribution({ of: { kpi, service, period, company } }: { of: Story }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const by = service ? 'COMPANY_SERVICE' : 'COMPANY';
  const filter = { kpis: kpi ? [kpi.code] : [], services: service ? [service.code] : undefined };
  const [{ data }] = useQuery({ query: Shares, variables: { agreement: agreement.code, period, by, filter }, pause: !kpi });
  const cells = data?.agreement?.scorecard ?? [];
  if (cells.length === 0) return null;
  const widest = cells.reduce((most, { contribution }) => (contribution && size(contribution) > most ? size(contribution) : most), 1n);
  const heads = [t`Company`, t`Figure`, t`Target`, t`Rests on`, t`Verdict`, t`Of the joint gap`];
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb={4}>
        <Trans>What the companies contribute</Trans>
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        <Trans>The same KPI and period as it stands today. What lies right of the line widens the joint gap to the target, what lies left of it narrows it.</Trans>{' '}
        {cells.some(({ contributionAdditive }) => contributionAdditive === false) && <Trans>Of this KPI the gap is shared out by a rule: it would not close by exactly these parts.</Trans>}
      </Text>
      <Wide label={t`What the companies contribute`}>
        <Table fz="sm" verticalSpacing={5} miw={560}>
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
            {cells.map((cell) => (
              <Row key={cell.company?.id} cell={cell} widest={widest} here={cell.company?.id === company?.id} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Paper>
  );
}

const size = (contribution: string) => {
  const exact = millionths(contribution);
  return exact < 0n ? -exact : exact;
};

function Row({ cell, widest, here }: { cell: Cell; widest: bigint; here: boolean }) {
  const { t, i18n } = useLingui();
  const told = useTold();
  const { company, value, target, targetUpper, denominator, verdict, contribution, restatedFrom } = cell;
  const unit = cell.unit ?? undefined;
  return (
    <Table.Tr bg={here ? 'var(--mantine-primary-color-light)' : undefined} aria-current={here || undefined}>
      <Table.Th scope="row" fw={here ? 650 : 500}>
        {company?.name ?? t`All together`}
      </Table.Th>
      {cell.withheld ? (
        <Table.Td colSpan={5} className={styles.hatched}>
          <Text size="sm" span>
            {i18n._(withheld[cell.withheld])}
          </Text>
        </Table.Td>
      ) : (
        <>
          <Table.Td className={styles.cell}>
            {told.value(value, unit, target)}
            {restatedFrom && unit && (
              <Text size="xs" c="dimmed">
                {t`was ${figure(restatedFrom, unit)}`}
              </Text>
            )}
          </Table.Td>
          <Table.Td className={styles.cell}>{told.target(target === null ? null : { value: target, upper: targetUpper }, unit)}</Table.Td>
          <Table.Td className={styles.cell}>{denominator ?? '—'}</Table.Td>
          <Table.Td>{verdict && <StateMark of={figureVerdicts[verdict]} />}</Table.Td>
          <Table.Td className={styles.cell}>
            {contribution && unit ? <Bar contribution={contribution} told={difference(contribution, unit)} widest={widest} /> : '—'}
          </Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

/** A contribution as a bar to the right or the left of a line, with its figure. */
function Bar({ contribution, told, widest }: { contribution: string; told: string; widest: bigint }) {
  const width = Number((size(contribution) * 50n) / widest);
  const widens = millionths(contribution) > 0n;
  return (
    <Box className={styles.bar}>
      <span className={styles.track} aria-hidden>
        <span className={widens ? styles.widens : styles.narrows} style={{ width: `${width}%` }} />
      </span>
      <span>{told}</span>
    </Box>
  );
}
