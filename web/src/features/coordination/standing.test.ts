import { expect, test } from 'vitest';
import { standingOf } from './standing';

const weekly = { state: 'PLANNED', quorum: null, startsAt: '2026-03-30T07:00:00Z', zone: 'Europe/Vienna', occurrence: '2026-03-30T09:00', sequence: 0 } as const;

test('a meeting is moved where its wall clock shows another time than its occurrence', () => {
  expect(standingOf(weekly)).toBe('planned');
  expect(standingOf({ ...weekly, startsAt: '2026-03-31T07:00:00Z' })).toBe('moved');
  expect(standingOf({ ...weekly, occurrence: '2026-03-30T09:00:00' })).toBe('planned');
});

test('a meeting that somebody called is moved once its time or place has changed', () => {
  expect(standingOf({ ...weekly, occurrence: null })).toBe('planned');
  expect(standingOf({ ...weekly, occurrence: null, sequence: 2 })).toBe('moved');
});

test('a meeting without its quorum is not simply held', () => {
  expect(standingOf({ ...weekly, state: 'HELD', quorum: false })).toBe('inquorate');
  expect(standingOf({ ...weekly, state: 'HELD', quorum: true })).toBe('held');
  expect(standingOf({ ...weekly, state: 'CANCELLED', startsAt: '2026-03-31T07:00:00Z' })).toBe('cancelled');
});
