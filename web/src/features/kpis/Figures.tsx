import { Alert, Anchor, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { difference, exactly, figure } from '~/lib/figure';
import { Mark } from '~/ui/Mark';
import { type Cell, standingOf, standings } from './standing';
import { targetOf } from './target';
import { gapOf } from './waterfall';
import { concealment } from './words';

/** One cell in full: the figure, its promise, what it rests on, and what the group saw of it. */
export function Figures({ cell, deviation }: { cell: Cell; deviation: string | undefined }) {
  const { t, i18n } = useLingui();
  const unit = cell.unit ?? cell.kpi.unit;
  const target = targetOf(cell);
  const gap = gapOf(cell);
  if (cell.withheld) {
    return (
      <Alert color="gray" title={<Trans>This figure is concealed</Trans>}>
        {i18n._(concealment(cell.withheld, cell.kpi.disclosure))} {target && <Trans>Its target is known: {i18n._(target)}.</Trans>}
      </Alert>
    );
  }
  const { label, tone, icon: Shape } = standings[standingOf(cell)];
  const [good, of, facts] = [cell.numerator, cell.denominator, cell.count ?? 0];
  return (
    <Paper withBorder p="md">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="lg" component="dl" m={0}>
        <Fact name={t`Figure`}>
          <Group gap="xs">
            <Text fz={24} fw={650} lh={1.1} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {cell.value === null ? '–' : figure(cell.value, unit, cell.target)}
            </Text>
            <Mark tone={tone}>
              <Group gap={4} component="span" wrap="nowrap">
                {Shape && <Shape size={12} aria-hidden />}
                {i18n._(label)}
              </Group>
            </Mark>
          </Group>
        </Fact>
        <Fact name={t`Target`}>{target ? i18n._(target) : t`nothing is promised`}</Fact>
        {gap !== undefined && <Fact name={t`Distance to the target`}>{gap.startsWith('-') || gap === '0' ? t`${difference(gap.replace('-', ''), unit).replace('+', '')} to spare` : t`${difference(gap, unit).replace('+', '')} beyond it`}</Fact>}
        <Fact name={t`Rests on`}>
          <Stack gap={0}>
            {cell.kpi.kind === 'RATIO' && cell.company && good !== null && of !== null && <span>{t`${figure(good, 'COUNT')} of ${figure(of, 'COUNT')}`}</span>}
            <span>{facts === 1 ? t`1 measurement` : t`${figure(String(facts), 'COUNT')} measurements`}</span>
            {cell.company === null && (cell.silent ?? 0) > 0 && <span>{t`${cell.silent} of the companies did not report`}</span>}
          </Stack>
        </Fact>
        {cell.restatedFrom !== null && (
          <Fact name={t`As the group saw it`}>
            {exactly(cell.restatedFrom, unit)}
            <Text size="xs" c="dimmed">
              <Trans>It was corrected after the period was assessed.</Trans>
            </Text>
          </Fact>
        )}
        {deviation && (
          <Fact name={t`Deviation`}>
            <Anchor component={Link} to={deviation} size="sm">
              <Trans>What is done about it</Trans>
            </Anchor>
          </Fact>
        )}
      </SimpleGrid>
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} size="sm">
        {children}
      </Text>
    </div>
  );
}
