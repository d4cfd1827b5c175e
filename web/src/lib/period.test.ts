import { expect, test } from 'vitest';
import { back, firstOf, kindOf, lastOf, periodKinds, periodMark, periodName, periodOf, step } from './period';

test('names tell their length, and nonsense is none', () => {
  expect(['2026-03-05', '2026-W10', '2026-03', '2026-Q1', '2026'].map(kindOf)).toEqual([...periodKinds]);
  for (const nonsense of ['', 'now', '2026-13', '2026-00', '2026-02-30', '2026-W54', '2025-W53', '2026-Q5', '26']) expect(kindOf(nonsense)).toBeUndefined();
  expect(kindOf('2026-W53')).toBe('week');
});

test('a date lies in the period that begins before it and ends after it', () => {
  for (const on of ['2024-12-30', '2025-01-01', '2026-02-28', '2026-12-31', '2027-01-03']) {
    for (const kind of periodKinds) {
      const period = periodOf(kind, on);
      expect(firstOf(period) <= on && on <= lastOf(period)).toBe(true);
      expect(kindOf(period)).toBe(kind);
      expect(step(step(period, 1), -1)).toBe(period);
    }
  }
});

test('weeks belong to the year of their Thursday', () => {
  expect(periodOf('week', '2024-12-30')).toBe('2025-W01');
  expect(periodOf('week', '2027-01-03')).toBe('2026-W53');
  expect([firstOf('2026-W10'), lastOf('2026-W10')]).toEqual(['2026-03-02', '2026-03-08']);
});

test('going back crosses the year', () => {
  expect(back('2026-01', 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(step('2025-Q4', 1)).toBe('2026-Q1');
  expect(lastOf('2028-02')).toBe('2028-02-29');
});

test('periods in words', () => {
  expect(['2026-03', '2026-W10', '2026-Q1', '2026', '2026-03-05'].map(periodName)).toEqual(['March 2026', 'Week 10 of 2026', 'Q1 2026', '2026', 'Thu 5 Mar 2026']);
  expect(['2026-03', '2026-W10', '2026-Q1', '2026', '2026-03-05'].map(periodMark)).toEqual(['Mar 26', 'W10 26', 'Q1 26', '2026', '5 Mar']);
});
