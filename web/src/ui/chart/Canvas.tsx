import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type ChartOption, type Look, themeOf } from './look';

use([BarChart, LineChart, CustomChart, GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, MarkAreaComponent, CanvasRenderer]);

/** Draws a chart into its box, as wide as the box is; loaded with the drawing library when a page has a chart. */
export default function Canvas({ option, look, height, still }: { option: ChartOption; look: Look; height: number; still: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current, themeOf(look), { renderer: 'canvas' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, [look]);
  useEffect(() => {
    chart.current?.setOption({ ...option, animation: !still }, { notMerge: true });
  }, [look, option, still]);
  return <div ref={box} style={{ height }} />;
}
