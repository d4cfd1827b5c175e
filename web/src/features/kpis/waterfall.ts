import { decimal, millionths } from '~/lib/figure';
import type { Cell } from './standing';

/** A part of the joint gap. */
interface Part {
  name: string;
  contribution: string;
}

/** A bar of the waterfall, from one height to another, in exact decimals. */
export interface Bar {
  name: string;
  kind: 'part' | 'rest' | 'gap';
  from: string;
  to: string;
  /** How far up it goes. */
  size: string;
}

/** How far a figure lies on the wrong side of its target, exactly; below 0 where it is on the right side. Of a band, from the nearer edge. */
export function gapOf({ value, target, targetUpper, kpi }: Pick<Cell, 'value' | 'target' | 'targetUpper' | 'kpi'>): string | undefined {
  if (value === null || target === null) return undefined;
  const [figure, edge] = [millionths(value), millionths(target)];
  const below = edge - figure;
  const above = figure - (targetUpper === null ? edge : millionths(targetUpper));
  if (kpi.direction === 'HIGHER') return decimal(below);
  if (kpi.direction === 'LOWER') return decimal(above);
  return decimal(above > below ? above : below);
}

/**
 * Stacks the parts of a gap upon each other, those that widen it most first, and the gap itself last. What the parts that are told leave of
 * the gap is one bar more: it belongs to those whose part is concealed.
 */
export function waterfall(parts: readonly Part[], gap: string, names: { rest: string; gap: string }): Bar[] {
  const order = [...parts].sort((one, other) => Number(millionths(other.contribution) - millionths(one.contribution)) || one.name.localeCompare(other.name));
  const bars: Bar[] = [];
  let height = 0n;
  const put = (name: string, kind: Bar['kind'], size: bigint) => {
    bars.push({ name, kind, from: decimal(height), to: decimal(height + size), size: decimal(size) });
    height += size;
  };
  for (const { name, contribution } of order) put(name, 'part', millionths(contribution));
  const rest = millionths(gap) - height;
  if (rest !== 0n) put(names.rest, 'rest', rest);
  bars.push({ name: names.gap, kind: 'gap', from: '0', to: gap, size: gap });
  return bars;
}
