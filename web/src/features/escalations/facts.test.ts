import { expect, test } from 'vitest';
import { factOf } from './facts';

test('days and moments are told in words, everything else as it was handed over', () => {
  expect(factOf('2026-03-03', 'Europe/Vienna')).toBe('Tue 3 Mar 2026');
  expect(factOf('2026-03-03T08:00:00Z', 'Europe/Vienna')).toBe('Tue 3 Mar 2026, 09:00');
  expect([factOf('0.898305', 'UTC'), factOf('2025-10', 'UTC')]).toEqual(['0.898305', '2025-10']);
});
