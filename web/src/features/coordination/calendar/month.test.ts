import { expect, test } from 'vitest';
import { isMonth, step, weeksOf } from './month';

test('a month is drawn in whole weeks, with the days of its neighbours', () => {
  const weeks = weeksOf('2026-03');
  expect(weeks.map((week) => [week[0], week[6]])).toEqual([
    ['2026-02-23', '2026-03-01'],
    ['2026-03-02', '2026-03-08'],
    ['2026-03-09', '2026-03-15'],
    ['2026-03-16', '2026-03-22'],
    ['2026-03-23', '2026-03-29'],
    ['2026-03-30', '2026-04-05'],
  ]);
  // the shortest one: a February that begins on a Monday
  expect(weeksOf('2027-02')).toHaveLength(4);
});

test('months follow each other over the year', () => {
  expect([step('2026-12', 1), step('2026-01', -1), step('2026-03', 0)]).toEqual(['2027-01', '2025-12', '2026-03']);
});

test('only months are taken from the address', () => {
  expect(['2026-03', '2026-13', 'soon', ''].map(isMonth)).toEqual([true, false, false, false]);
});
