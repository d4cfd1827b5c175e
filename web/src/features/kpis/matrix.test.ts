import { expect, test } from 'vitest';
import { matrix } from './matrix';
import { type Cell, standingOf } from './standing';

const kpi: Cell['kpi'] = { id: 'k', code: 'k', name: 'K', kind: 'RATIO', unit: 'SHARE', direction: 'HIGHER', jointMethod: 'POOLED', disclosure: 'JOINT' };
const cell = (over: Partial<Cell>): Cell => ({
  kpi,
  company: null,
  service: null,
  period: '2026-02',
  value: '0.9',
  unit: 'SHARE',
  numerator: '9',
  denominator: '10',
  count: 10,
  silent: 0,
  target: '0.8',
  targetUpper: null,
  verdict: 'MET',
  warning: false,
  atRisk: false,
  withheld: null,
  restatedFrom: null,
  ...over,
});
const of = (name: string) => ({ company: { id: name, code: name, name } });

test('the whole comes first, one’s own company next, the others by name', () => {
  const split = [cell(of('Nordlicht')), cell(of('Castor')), cell(of('Halden'))];
  const asked = { dimension: 'company', period: '2026-02', whole: [cell({})], split, label: 'All', own: 'Halden', service: '' } as const;
  expect(matrix(asked).columns.map(({ label }) => label)).toEqual(['All', 'Halden', 'Castor', 'Nordlicht']);
});

test('who does not report a KPI has no cell in its row', () => {
  const other = { ...kpi, id: 'l' };
  const whole = [cell({}), cell({ kpi: other })];
  const { rows } = matrix({ dimension: 'company', period: '2026-02', whole, split: [cell(of('Castor'))], label: 'All', own: '', service: '' });
  expect(rows.map(({ cells }) => cells.map(Boolean))).toEqual([
    [true, true],
    [true, false],
  ]);
});

test('over time, columns are periods in their order', () => {
  const whole = ['2025-12', '2026-01', '2026-02'].map((period) => cell({ period }));
  const { columns, rows } = matrix({ dimension: 'time', period: '2026-02', whole, split: [], label: 'All', own: '', service: '' });
  expect(columns.map(({ label }) => label)).toEqual(['Dec 25', 'Jan 26', 'Feb 26']);
  expect(rows[0]?.cells).toEqual(whole);
});

test('without data nothing is met, and what is concealed is nothing else', () => {
  expect(standingOf(cell({ value: null, verdict: 'NO_DATA' }))).toBe('silent');
  expect(standingOf(cell({ value: null, verdict: null, withheld: 'OTHERS' }))).toBe('concealed');
  expect(standingOf(cell({ verdict: null, target: null }))).toBe('open');
  expect(standingOf(cell({ verdict: 'MISSED', atRisk: true }))).toBe('risk');
  expect(standingOf(cell({ warning: true }))).toBe('close');
});
