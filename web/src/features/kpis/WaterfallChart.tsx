import type { CustomSeriesOption } from 'echarts/charts';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { difference, type Unit } from '~/lib/figure';
import { Chart, type ChartOption, type Look } from '~/ui/Chart';
import type { Bar } from './waterfall';

interface WaterfallChartProps {
  bars: readonly Bar[];
  unit: Unit;
  label: string;
  summary: string;
}

/** A name as long as the axis has room for; the tooltip and the table have all of it. */
const short = (name: string) => (name.length > 28 ? `${name.slice(0, 27)}…` : name);

/** How the parts of a gap stack up to it: to the right it widens, to the left it narrows. */
export function WaterfallChart({ bars, unit, label, summary }: WaterfallChartProps) {
  const { t } = useLingui();
  const draw = useCallback((look: Look): ChartOption => {
    const colour = ({ kind, size }: Bar) => (kind === 'rest' ? look.ground : Number(size) > 0 ? look.tones.bad : look.tones.good);
    const renderItem: CustomSeriesOption['renderItem'] = (_params, api) => {
      const at = Number(api.value(0));
      const bar = bars[at];
      if (!bar) return undefined;
      const [from = 0, y = 0] = api.coord([Number(bar.from), at]);
      const [to = 0] = api.coord([Number(bar.to), at]);
      const [, step = 0] = [api.size?.([0, 1])].flat().map(Number);
      const height = Math.min(step * 0.56, 26);
      const next = bars[at + 1];
      const join = next && next.kind !== 'gap' && { x1: to, x2: to, y1: y + height / 2, y2: y + step - height / 2 };
      const rest = bar.kind === 'rest';
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: Math.min(from, to), y: y - height / 2, width: Math.max(Math.abs(from - to), 1), height },
            style: { fill: colour(bar), stroke: rest ? look.quiet : undefined, lineDash: [4, 3], lineWidth: rest ? 1.5 : 0 },
          },
          ...(join ? [{ type: 'line' as const, shape: join, style: { stroke: look.quiet, lineWidth: 1 } }] : []),
        ],
      };
    };
    return {
      grid: { top: 8 },
      tooltip: {
        trigger: 'item',
        formatter: (params) => {
          const bar = bars[[params].flat()[0]?.dataIndex ?? 0];
          return bar ? `${bar.name}\n${difference(bar.size, unit)}` : '';
        },
      },
      xAxis: { type: 'value', axisLabel: { formatter: (value: number) => difference(value.toFixed(6), unit), hideOverlap: true } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLine: { onZero: false },
        axisLabel: {
          formatter: (name: string, at: number) => `{name|${short(name)}}\n{size|${difference(bars[at]?.size ?? '0', unit)}}`,
          rich: { name: { color: look.text, align: 'right', lineHeight: 17 }, size: { color: look.quiet, align: 'right', lineHeight: 15 } },
        },
      },
      series: [
        {
          type: 'custom',
          renderItem,
          encode: { x: [1, 2], y: 0 },
          data: bars.map(({ from, to }, at) => [at, Number(from), Number(to)]),
          markLine: { symbol: 'none', silent: true, lineStyle: { color: look.text, type: 'solid', width: 1 }, label: { show: false }, data: [{ xAxis: 0 }] },
        },
      ],
    };
  }, [bars, unit]);
  return (
    <Chart label={label} summary={summary} draw={draw} table={{ head: [t`Whose part`, t`Of the gap`], rows: bars.map(({ name, size }) => [name, difference(size, unit)]) }} height={bars.length * 46 + 40} />
  );
}
