import { expect, test } from 'vitest';
import type { Cell } from './standing';
import { gapOf, waterfall } from './waterfall';

const kpi = (direction: Cell['kpi']['direction']): Cell['kpi'] => ({ id: 'k', code: 'k', name: 'K', kind: 'MEAN', unit: 'SHARE', direction, jointMethod: 'POOLED', disclosure: 'OPEN' });
const names = { rest: 'others', gap: 'gap' };

test('the parts stack up to the gap, exactly', () => {
  const parts = [
    { name: 'Meridian', contribution: '-0.007155' },
    { name: 'Castor', contribution: '0.012396' },
    { name: 'Berger', contribution: '0.001564' },
  ];
  expect(waterfall(parts, '0.006805', names)).toEqual([
    { name: 'Castor', kind: 'part', from: '0', to: '0.012396', size: '0.012396' },
    { name: 'Berger', kind: 'part', from: '0.012396', to: '0.01396', size: '0.001564' },
    { name: 'Meridian', kind: 'part', from: '0.01396', to: '0.006805', size: '-0.007155' },
    { name: 'gap', kind: 'gap', from: '0', to: '0.006805', size: '0.006805' },
  ]);
});

test('what is concealed is told as one rest, so that nothing is left unsaid', () => {
  const bars = waterfall([{ name: 'Meridian', contribution: '-0.157751' }], '-0.272883', names);
  expect(bars.map(({ name, size }) => [name, size])).toEqual([
    ['Meridian', '-0.157751'],
    ['others', '-0.115132'],
    ['gap', '-0.272883'],
  ]);
});

test('a gap is above 0 on the wrong side', () => {
  const figure = (direction: Cell['kpi']['direction'], value: string, upper: string | null = null) => gapOf({ value, target: '0.6', targetUpper: upper, kpi: kpi(direction) });
  expect(figure('HIGHER', '0.5')).toBe('0.1');
  expect(figure('LOWER', '0.5')).toBe('-0.1');
  expect(figure('BAND', '0.5', '0.85')).toBe('0.1');
  expect(figure('BAND', '0.904111', '0.85')).toBe('0.054111');
  expect(figure('BAND', '0.8', '0.85')).toBe('-0.05');
  expect(gapOf({ value: null, target: '1', targetUpper: null, kpi: kpi('HIGHER') })).toBeUndefined();
});
