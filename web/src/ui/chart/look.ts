import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { ComposeOption } from 'echarts/core';
import type { GridComponentOption, LegendComponentOption, MarkAreaComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components';
import type { Tone } from '../Mark';
import type { Hue } from '../hues';

/** What a chart may be made of; anything else has to be registered in `Canvas.tsx` first. */
export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | CustomSeriesOption | GridComponentOption | TooltipComponentOption | LegendComponentOption | MarkLineComponentOption | MarkAreaComponentOption
>;

/** The colours of the ground that a chart stands on. */
export interface Look {
  text: string;
  quiet: string;
  line: string;
  ground: string;
  accent: string;
  tones: Record<Tone, string>;
  /** The hatching of what has no data: a `decal`. */
  hatch: NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>;
  /** A company's colour on this ground. */
  of(hue: Hue): string;
}

const hatch = (color: string): Look['hatch'] => ({ symbol: 'rect', color, dashArrayX: [1, 0], dashArrayY: [1.5, 6], rotation: Math.PI / 4 });

const light: Look = {
  text: '#1d2733',
  quiet: '#56606b',
  line: '#dde2e6',
  ground: '#ffffff',
  accent: '#0f5f69',
  tones: { good: '#12805c', warn: '#9a6700', bad: '#b42318', busy: '#1c6dd0', quiet: '#77818c' },
  hatch: hatch('#77818c'),
  of: (hue) => hue.light,
};

const dark: Look = {
  text: '#eef2f5',
  quiet: '#a9b1ba',
  line: '#3b4046',
  ground: '#2e2e2e',
  accent: '#53adb2',
  tones: { good: '#3fbf8f', warn: '#e5b53c', bad: '#ff8a7a', busy: '#6fb1ff', quiet: '#8f99a3' },
  hatch: hatch('#8f99a3'),
  of: (hue) => hue.dark,
};

/** How charts look in a colour scheme. */
export const looks: Record<'light' | 'dark', Look> = { light, dark };

/** What every chart has in common, as ECharts takes a theme. */
export function themeOf({ text, quiet, line, ground }: Look): Record<string, unknown> {
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { color: quiet, lineHeight: 15 },
    nameTextStyle: { color: quiet },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    backgroundColor: 'transparent',
    textStyle: { color: text, fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif' },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    grid: { left: 4, right: 16, top: 32, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, bottom: 'auto', left: 0, itemHeight: 10, itemWidth: 22, textStyle: { color: text }, inactiveColor: quiet },
    // the policy of the page allows no HTML that a script writes with styles in it
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: ground, borderColor: line, textStyle: { color: text, fontSize: 13 } },
  };
}
