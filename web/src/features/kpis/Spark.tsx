import type { Cell } from './standing';

const [width, height, edge] = [64, 20, 2];

/** The way of a figure over the last periods, as a thin line with its last point; only to be glanced at, the series tells the figures. */
export function Spark({ cells }: { cells: readonly Cell[] }) {
  const values = cells.map(({ value }) => (value === null ? undefined : Number(value)));
  const known = values.filter((value) => value !== undefined);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => edge + (at * (width - 2 * edge)) / (values.length - 1);
  const y = (value: number) => height - edge - ((value - low) / (high - low || 1)) * (height - 2 * edge);
  const path = values.map((value, at) => (value === undefined ? '' : `${values[at - 1] === undefined ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)).join('');
  const last = values.at(-1);
  return (
    <svg width={width} height={height} aria-hidden focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth={1.4} opacity={0.75} />
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r={2.2} fill="currentColor" />}
    </svg>
  );
}
