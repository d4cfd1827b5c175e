import { periodMark, periodName } from '~/lib/period';
import type { Cell } from './standing';
import type { Dimension } from './words';

/** A column of the heat map; below a group where there are companies and services. */
export interface Column {
  key: string;
  label: string;
  /** The label in full. */
  name: string;
  group?: string;
  /** Of the company for which one acts. */
  own: boolean;
}

/** A row: one KPI with its cell in each column, where it is measured there. */
export interface Row {
  kpi: Cell['kpi'];
  cells: (Cell | undefined)[];
  /** The whole's figures of the periods up to this one. */
  trend: Cell[];
}

interface Asked {
  dimension: Dimension;
  period: string;
  whole: readonly Cell[];
  split: readonly Cell[];
  /** What the whole is called. */
  label: string;
  /** The company for which one acts. */
  own: string;
  /** The service that is looked at, if it is one only. */
  service: string;
}

/** The key of the column of all companies together. */
export const wholeKey = 'whole';

/** Where a cell stands, whatever its KPI: for whom, for what. */
const placeOf = ({ company, service }: Cell) => `${company?.id ?? ''} ${service?.id ?? ''}`;

/** Lays out cells as rows and columns: the whole first, one's own company next, the others by name. */
export function matrix({ dimension, period, whole, split, label, own, service }: Asked): { columns: Column[]; rows: Row[] } {
  const overTime = dimension === 'time';
  const now = whole.filter((cell) => cell.period === period);
  const columns = overTime ? timeColumns(whole) : [{ key: wholeKey, label, name: label, own: false }, ...splitColumns(split, dimension, own, service)];
  const byKpi = new Map(now.map(({ kpi }) => [kpi.id, { kpi, found: new Map<string, Cell>(), trend: [] as Cell[] }]));
  const put = (cell: Cell, key: string) => byKpi.get(cell.kpi.id)?.found.set(key, cell);
  for (const cell of whole) {
    byKpi.get(cell.kpi.id)?.trend.push(cell);
    if (overTime) put(cell, cell.period);
    else if (cell.period === period) put(cell, wholeKey);
  }
  for (const cell of split) {
    if (!byKpi.has(cell.kpi.id)) byKpi.set(cell.kpi.id, { kpi: cell.kpi, found: new Map(), trend: [] });
    put(cell, placeOf(cell));
  }
  const rows = [...byKpi.values()].map(({ kpi, found, trend }) => ({ kpi, trend, cells: columns.map(({ key }) => found.get(key)) }));
  return { columns, rows };
}

function timeColumns(cells: readonly Cell[]): Column[] {
  const periods = [...new Set(cells.map(({ period }) => period))].sort();
  return periods.map((period) => ({ key: period, label: periodMark(period), name: periodName(period), own: false }));
}

function splitColumns(cells: readonly Cell[], dimension: Dimension, own: string, service: string): Column[] {
  const places = new Map(cells.map((cell) => [placeOf(cell), cell]));
  const names = dimension === 'company' || (dimension === 'both' && service) ? 'company' : dimension;
  const columns = [...places].map(([key, { company, service }]): Column => {
    const mine = company?.id === own;
    const [whose, what] = [company?.name ?? '', service?.name ?? ''];
    if (names === 'company') return { key, label: whose, name: whose, own: mine };
    if (names === 'service') return { key, label: what, name: what, own: false };
    return { key, label: what, name: `${whose}, ${what}`, group: whose, own: mine };
  });
  return columns.sort((one, other) => Number(other.own) - Number(one.own) || one.name.localeCompare(other.name));
}
