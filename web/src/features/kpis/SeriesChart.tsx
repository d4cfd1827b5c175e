import { Anchor } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import { exactly, figure, type Unit } from '~/lib/figure';
import { periodMark, periodName } from '~/lib/period';
import { Chart, type ChartOption, type Look } from '~/ui/Chart';
import { type Cell, type Standing, standingOf, standings } from './standing';
import { targetOf, warningOf } from './target';

interface SeriesChartProps {
  /** One scope's cells, in order of their periods. */
  cells: readonly Cell[];
  /** The levels at which figures warn are with what was promised. */
  targets: Parameters<typeof warningOf>[1];
  unit: Unit;
  label: string;
  /** The page of this series that looks at another period. */
  pathOf(period: string): string;
}

const shapes: Partial<Record<Standing, string>> = { missed: 'diamond', risk: 'diamond', close: 'triangle' };
const number = (value: string | null | undefined) => (value === null || value === undefined ? null : Number(value));

/** One figure over its periods, with what was promised, from where on it warns, and what the group saw before it was corrected. */
export function SeriesChart({ cells, targets, unit, label, pathOf }: SeriesChartProps) {
  const { t, i18n } = useLingui();
  const told = useMemo(
    () =>
      cells.map((cell) => {
        const standing = standingOf(cell);
        const target = targetOf(cell);
        const warning = warningOf(cell, targets);
        return {
          cell,
          standing,
          warning,
          figure: cell.value === null ? '–' : exactly(cell.value, unit),
          word: i18n._(standings[standing].label),
          target: target ? i18n._(target) : '–',
          seen: cell.restatedFrom === null ? '–' : exactly(cell.restatedFrom, unit),
        };
      }),
    [cells, targets, unit, i18n],
  );
  const names = useMemo(() => ({ figure: t`Figure`, target: t`Target`, upper: t`Upper edge`, warning: t`Warns`, seen: t`As the group saw it`, silent: t`No data` }), [t]);
  const draw = useCallback(
    (look: Look): ChartOption => {
      const values = cells.flatMap(({ value, target, targetUpper, restatedFrom }) => [value, target, targetUpper, restatedFrom]).flatMap((one) => (one === null ? [] : [Number(one)]));
      const step = (name: string, data: (number | null)[], type: 'dashed' | 'dotted', color: string) =>
        ({ type: 'line', name, data, step: 'middle', symbol: 'none', lineStyle: { type, width: 1.5, color }, itemStyle: { color }, z: 1 }) as const;
      const some = <One,>(one: One, is: boolean): One[] => (is ? [one] : []);
      return {
        legend: {},
        tooltip: {
          trigger: 'axis',
          formatter: (params) => {
            const at = [params].flat()[0]?.dataIndex ?? 0;
            const one = told[at];
            if (!one) return '';
            const lines = [periodName(one.cell.period), `${one.figure} · ${one.word}`, `${names.target}: ${one.target}`];
            return [...lines, ...some(`${names.seen}: ${one.seen}`, one.cell.restatedFrom !== null)].join('\n');
          },
        },
        xAxis: { type: 'category', data: cells.map(({ period }) => periodMark(period)) },
        yAxis: [
          { type: 'value', scale: true, axisLabel: { formatter: (value: number) => figure(value.toFixed(6), unit) }, ...(values.length === 0 && { show: false }) },
          { type: 'value', show: false, min: 0, max: 1 },
        ],
        series: [
          ...some(
            {
              type: 'bar',
              name: names.silent,
              yAxisIndex: 1,
              barWidth: '100%',
              data: told.map(({ standing }) => (standing === 'silent' ? 1 : null)),
              itemStyle: { color: look.ground, borderColor: look.line, decal: look.hatch },
              tooltip: { show: false },
              z: 0,
            } as const,
            told.some(({ standing }) => standing === 'silent'),
          ),
          step(names.target, cells.map(({ target }) => number(target)), 'dashed', look.text),
          ...some(step(names.upper, cells.map(({ targetUpper }) => number(targetUpper)), 'dashed', look.quiet), cells.some(({ targetUpper }) => targetUpper !== null)),
          ...some(step(names.warning, told.map(({ warning }) => number(warning)), 'dotted', look.tones.warn), told.some(({ warning }) => warning)),
          {
            type: 'line',
            name: names.figure,
            data: told.map(({ cell, standing }) => ({
              value: number(cell.value),
              symbol: shapes[standing] ?? 'circle',
              symbolSize: shapes[standing] ? 11 : 7,
              itemStyle: { color: look.tones[standings[standing].tone] },
            })),
            lineStyle: { width: 2, color: look.accent },
            itemStyle: { color: look.accent },
            z: 3,
          },
          ...some(
            {
              type: 'line',
              name: names.seen,
              data: cells.map(({ restatedFrom }) => number(restatedFrom)),
              lineStyle: { width: 0 },
              symbol: 'emptyRect',
              symbolSize: 9,
              itemStyle: { color: look.tones.busy },
              z: 4,
            } as const,
            cells.some(({ restatedFrom }) => restatedFrom !== null),
          ),
        ],
      };
    },
    [cells, told, names, unit],
  );
  const count = (...of: Standing[]) => told.filter(({ standing }) => of.includes(standing)).length;
  const [met, missed, silent, concealed] = [count('met', 'close'), count('missed', 'risk'), count('silent'), count('concealed')];
  const parts = [t`${met} met`, t`${missed} missed`, silent > 0 && t`${silent} without data`, concealed > 0 && t`${concealed} concealed`].filter(Boolean).join(', ');
  const rows = told.map(({ cell, ...one }) => [
    <Anchor key="period" component={Link} to={pathOf(cell.period)} size="sm">
      {periodName(cell.period)}
    </Anchor>,
    one.figure,
    one.word,
    one.target,
    one.warning ? exactly(one.warning, unit) : '–',
    one.seen,
    cell.count === null ? '–' : figure(String(cell.count), 'COUNT'),
  ]);
  return (
    <Chart
      label={label}
      summary={t`${cells.length} periods: ${parts}.`}
      draw={draw}
      table={{ head: [t`Period`, names.figure, t`Verdict`, names.target, t`Warns at`, names.seen, t`Measurements`], rows: rows.reverse() }}
      height={300}
    />
  );
}
