import { useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { useCallback } from 'react';
import { figure, type Unit } from '~/lib/figure';
import { periodMark, periodName } from '~/lib/period';
import { Chart, type ChartOption, type Look } from '~/ui/Chart';
import type { Word } from '~/ui/Mark';
import { useTold } from '../told';
import type { Proof, Standing } from './proof';

const standings: Record<Standing, Word & { symbol: string; sign: string }> = {
  before: { label: msg`before`, tone: 'quiet', symbol: 'emptyCircle', sign: '' },
  met: { label: msg`met`, tone: 'good', symbol: 'circle', sign: '✓ ' },
  missed: { label: msg`missed`, tone: 'bad', symbol: 'diamond', sign: '✗ ' },
  silent: { label: msg`no data, which fails`, tone: 'bad', symbol: 'none', sign: '' },
  pending: { label: msg`to come`, tone: 'busy', symbol: 'emptyCircle', sign: '' },
};

/** The periods of a criterion and some before them, against what they have to reach; each tells by word and shape how it stands. */
export function ProofChart({ proof, unit, title }: { proof: readonly Proof[]; unit: Unit | undefined; title: string }) {
  const { t, i18n } = useLingui();
  const told = useTold();
  const draw = useCallback((look: Look) => option(proof, unit, look, (standing) => i18n._(standings[standing].label)), [proof, unit, i18n]);
  const count = (standing: Standing) => proof.filter((one) => one.standing === standing).length;
  const [met, missed, pending] = [count('met'), count('missed') + count('silent'), count('pending')];
  return (
    <Chart
      label={t`Proof of ${title}`}
      summary={t`${met} met, ${missed} missed, ${pending} to come.`}
      draw={draw}
      height={220}
      table={{
        head: [t`Period`, t`Figure`, t`To reach`, t`Result`],
        rows: proof.map(({ period, value, edge, standing }) => [periodName(period), told.value(value, unit, edge), edge === null ? '—' : told.value(edge, unit), i18n._(standings[standing].label)]),
      }}
    />
  );
}

function option(proof: readonly Proof[], unit: Unit | undefined, look: Look, word: (standing: Standing) => string): ChartOption {
  const tell = (value: string, beside?: string | null) => (unit ? figure(value, unit, beside) : value);
  return {
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: proof.map(({ period, standing }) => (standing === 'before' ? periodMark(period) : `${periodMark(period)}\n${word(standing)}`)),
      axisLabel: { interval: proof.length > 14 ? 'auto' : 0, lineHeight: 16, hideOverlap: true },
      splitArea: { show: true, interval: 0, areaStyle: { color: proof.map(({ standing }) => (standing === 'before' ? 'transparent' : `${look.accent}14`)) } },
    },
    yAxis: { type: 'value', scale: true, boundaryGap: ['12%', '18%'], axisLabel: { formatter: (value: number) => tell(value.toFixed(6)) } },
    series: [
      {
        type: 'line',
        data: proof.map(({ value, edge, standing }) => {
          const { symbol, tone, sign } = standings[standing];
          const colour = look.tones[tone];
          return {
            // a drawing needs a number; what is told comes from the exact decimal
            value: value === null ? '-' : Number(value),
            symbol,
            symbolSize: standing === 'before' ? 7 : 12,
            itemStyle: { color: colour, borderWidth: 2 },
            label: { show: value !== null, position: 'top', color: standing === 'before' ? look.quiet : look.text, formatter: `${sign}${value === null ? '' : tell(value, edge)}` },
          };
        }),
        lineStyle: { color: look.quiet, width: 1.5 },
      },
      {
        type: 'line',
        data: proof.map(({ edge }) => (edge === null ? '-' : Number(edge))),
        symbol: 'roundRect',
        symbolSize: [26, 3],
        itemStyle: { color: look.accent },
        lineStyle: { color: look.accent, type: 'dashed', width: 2 },
      },
    ],
  };
}
