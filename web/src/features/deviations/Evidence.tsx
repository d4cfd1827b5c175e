import { Group, Paper, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { decimal, difference, exactly, millionths } from '~/lib/figure';
import { Day } from '~/ui/Moment';
import { Wide } from '~/ui/Wide';
import styles from './board.module.css';
import type { Evidence as Figures, Story } from './deviation';
import { sides, unitOf, useTold } from './told';

/** What the group saw when the deviation was raised, and what corrections have made of it since. */
export function Evidence({ of: deviation }: { of: Story }) {
  const { t } = useLingui();
  const told = useTold();
  const { figures, restated, kpi } = deviation;
  const unit = unitOf(deviation);
  const seen: Figures[] = restated ? [figures, restated] : [figures];
  const row = (label: string, cell: (one: Figures) => ReactNode, strong = false) => (
    <Table.Tr key={label}>
      <Table.Th scope="row" fw={500}>
        {label}
      </Table.Th>
      {seen.map((one, at) => (
        <Table.Td key={at} className={styles.cell} fw={strong ? 650 : undefined} title={strong && one.value !== null && unit ? exactly(one.value, unit) : undefined}>
          {cell(one)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
  const target = figures.target;
  return (
    <Paper withBorder p="md" component="section">
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          <Trans>Evidence</Trans>
        </Title>
        <Text size="xs" c="dimmed">
          <Trans>As the group saw it: frozen, whatever is corrected later.</Trans>
        </Text>
      </Group>
      <Wide label={t`Evidence`}>
        <Table fz="sm" verticalSpacing={5} miw={320}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t`Figure`}</Table.Th>
              <Table.Th scope="col">{t`As the group saw it`}</Table.Th>
              {restated && <Table.Th scope="col">{t`Restated since`}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {row(t`Value`, (one) => told.value(one.value, unit, one.target?.value), true)}
            {row(t`Promised`, (one) => (one.target ? `${kpi ? `${sides[kpi.direction]} ` : ''}${told.target(one.target, unit)}` : t`a report`))}
            {kpi && kpi.direction !== 'BAND' && unit && row(t`Off by`, (one) => (one.value !== null && one.target ? difference(decimal(millionths(one.value) - millionths(one.target.value)), unit) : '—'))}
            {row(t`Good, or numerator`, (one) => one.good ?? '—')}
            {row(t`Rests on (denominator)`, (one) => one.total ?? '—')}
            {row(t`Measurements`, (one) => String(one.count))}
          </Table.Tbody>
        </Table>
      </Wide>
      {target && (
        <Text size="xs" c="dimmed" mt="xs" component="p">
          {target.company ? t`Promised by ${target.company.name}` : t`Promised by each company or all together`}
          {target.service && ` · ${target.service.name}`} · <Trans>since</Trans> <Day on={target.validFrom} />
          {target.tolerance !== '0' && unit && <> · {t`a miss by up to ${exactly(target.tolerance, unit)} still counts as met`}</>}
        </Text>
      )}
    </Paper>
  );
}
