import { Alert, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { difference } from '~/lib/figure';
import type { ResultOf } from '~/lib/graphql';
import { graphql } from '~/lib/graphql';
import { periodName } from '~/lib/period';
import { type Cell, CellFields } from './standing';
import { gapOf, waterfall } from './waterfall';
import { WaterfallChart } from './WaterfallChart';
import { concealment } from './words';

export const PartFields = graphql(
  `
    fragment PartFields on ScorecardCell {
      ...CellFields
      contribution
      contributionAdditive
    }
  `,
  [CellFields],
);

/** A company's cell with what it carries of the joint gap. */
type PartCell = ResultOf<typeof PartFields>;

/** Who carries how much of the joint gap to the target in one period. */
export function Gap({ whole, parts }: { whole: Cell; parts: readonly PartCell[] }) {
  return (
    <Stack gap="xs">
      <Title order={2}>
        <Trans>Who carries the gap in {periodName(whole.period)}</Trans>
      </Title>
      <Told whole={whole} parts={parts} />
    </Stack>
  );
}

function Told({ whole, parts }: { whole: Cell; parts: readonly PartCell[] }) {
  const { t, i18n } = useLingui();
  const gap = gapOf(whole);
  const known = useMemo(() => parts.flatMap(({ company, contribution }) => (company && contribution !== null ? [{ name: company.name, contribution }] : [])), [parts]);
  const concealed = parts.some(({ contribution }) => contribution === null);
  const rest = concealed ? t`Others, concealed` : t`Not attributed`;
  const total = t`Gap of the whole`;
  const bars = useMemo(() => (gap === undefined ? [] : waterfall(known, gap, { rest, gap: total })), [known, gap, rest, total]);
  if (whole.withheld) {
    return (
      <Alert color="gray" title={<Trans>The joint figure is concealed</Trans>}>
        {i18n._(concealment(whole.withheld, whole.kpi.disclosure))} <Trans>So are the parts of its gap.</Trans>
      </Alert>
    );
  }
  if (gap === undefined || known.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {whole.value === null ? <Trans>There is no joint figure in this period.</Trans> : whole.target === null ? <Trans>Nothing is promised for the whole in this period.</Trans> : <Trans>This gap cannot be divided among the companies.</Trans>}
      </Text>
    );
  }
  const unit = whole.unit ?? whole.kpi.unit;
  const missed = gap !== '0' && !gap.startsWith('-');
  const size = difference(gap.replace('-', ''), unit).replace('+', '');
  const [most] = bars;
  const widens = most && most.kind === 'part' && !most.size.startsWith('-') && most.size !== '0';
  const additive = parts.every(({ contributionAdditive }) => contributionAdditive !== false);
  const sentences = [
    missed ? t`All together are ${size} on the wrong side of the target.` : t`All together are ${size} on the right side of the target.`,
    widens && t`${most.name} widens the gap most: ${difference(most.size, unit)}.`,
    additive ? t`By as much as a part says, the gap would close if that company just met the target.` : t`These figures do not add up by themselves: the gap is shared out by a rule.`,
    concealed && t`What other companies carry is concealed and told as one.`,
  ];
  return <WaterfallChart bars={bars} unit={unit} label={t`Parts of the gap`} summary={sentences.filter(Boolean).join(' ')} />;
}
