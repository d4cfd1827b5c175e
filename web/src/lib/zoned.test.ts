import { expect, test } from 'vitest';
import { instantOf } from './zoned';

test('a wall clock in a zone is a moment, over a change of clocks', () => {
  expect(instantOf('2026-03-28T09:00', 'Europe/Berlin')).toBe('2026-03-28T08:00:00Z');
  expect(instantOf('2026-03-30T09:00', 'Europe/Berlin')).toBe('2026-03-30T07:00:00Z');
  expect(instantOf('2026-03-30T09:00', 'Mars/Base')).toBeUndefined();
  expect(instantOf('soon', 'Europe/Berlin')).toBeUndefined();
});
