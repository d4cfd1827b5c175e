import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { day, hour, lengthOf, moment, now, setClock, spell, spellDuration, today, until, wallClock } from './time';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is due is due by the server’s clock', () => {
  setClock('2026-03-05T23:30:00Z');
  expect(now()).toBe(Date.parse('2026-03-05T23:30:00Z'));
  expect(today('UTC')).toBe('2026-03-05');
  expect(today('Europe/Berlin')).toBe('2026-03-06');
  expect(until('2026-03-05T23:00:00Z')).toBe(-1_800_000);
});

test('a moment is told in the zone that is asked for, over a change of clocks', () => {
  expect(moment('2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe('Sat 28 Mar 2026, 13:00');
  expect(moment('2026-03-29T12:00:00Z', 'Europe/Berlin')).toBe('Sun 29 Mar 2026, 14:00');
  expect(hour('2026-03-29T12:00:00Z', 'Asia/Kolkata')).toBe('17:30');
  expect(day('2026-02-28')).toBe('Sat 28 Feb 2026');
});

test('a wall clock is what date inputs take, over a change of clocks and past midnight', () => {
  expect(wallClock('2026-03-29T00:59:00Z', 'Europe/Berlin')).toBe('2026-03-29T01:59');
  expect(wallClock('2026-03-29T01:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T03:00');
  expect(wallClock('2026-03-01T23:05:00Z', 'Europe/Berlin')).toBe('2026-03-02T00:05');
});

test('lengths are told in the two largest units', () => {
  expect([0, 40_000, 720_000, 7_500_000, 273_600_000].map(spell)).toEqual(['0 s', '40 s', '12 min', '2 h 05 min', '3 d 4 h']);
  expect(spell(-7_200_000)).toBe('−2 h');
  expect(spellDuration('PT90M')).toBe('1 h 30 min');
  expect(lengthOf('P1DT0.5S')).toBe(86_400_500);
  expect(lengthOf('-PT1H')).toBe(-3_600_000);
});
