import { expect, test } from 'vitest';
import { firstDay, kindOf, lastDay, periodOf, spellPeriod, step, stepsBetween } from './periods';

test('a period is known by its name', () => {
  expect(['2026-03-05', '2026-W10', '2026-03', '2026-Q1', '2026'].map(kindOf)).toEqual(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']);
  expect(['2026-03-05', '2026-W10', '2026-03', '2026-Q1', '2026'].map(spellPeriod)).toEqual(['Thu 5 Mar 2026', 'W10 2026', 'Mar 2026', 'Q1 2026', '2026']);
});

test('periods follow each other over the ends of years', () => {
  expect(step('2025-12', 1)).toBe('2026-01');
  expect(step('2026-Q1', -1)).toBe('2025-Q4');
  expect(step('2026-02-28', 1)).toBe('2026-03-01');
  expect(step('2026-W53', 1)).toBe('2027-W01');
  expect(step('2025-W01', -1)).toBe('2024-W52');
  expect(stepsBetween('2025-07', '2026-03')).toBe(8);
  expect(stepsBetween('2026-W52', '2027-W02')).toBe(3);
});

test('a period holds its days', () => {
  expect([firstDay('2026-W01'), lastDay('2026-W01')]).toEqual(['2025-12-29', '2026-01-04']);
  expect([firstDay('2026-Q1'), lastDay('2026-Q1')]).toEqual(['2026-01-01', '2026-03-31']);
  expect(lastDay('2028-02')).toBe('2028-02-29');
  expect(periodOf('WEEK', '2027-01-03')).toBe('2026-W53');
  expect(periodOf('MONTH', '2026-03-31')).toBe('2026-03');
});
