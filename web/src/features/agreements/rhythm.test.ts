import { expect, test } from 'vitest';
import '~/lib/i18n';
import { rhythm } from './rhythm';

test('plain rules are told in words, others as they stand', () => {
  expect(rhythm('2026-01-12T09:00', null)).toBe('once, Mon 12 Jan 2026, 09:00');
  expect(rhythm('2026-01-12T09:00', 'FREQ=WEEKLY;BYDAY=MO,TH')).toBe('every week (Mon, Thu), 09:00');
  expect(rhythm('2026-01-12T09:00', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO')).toBe('every 2 weeks (Mon), 09:00');
  expect(rhythm('2026-01-21T14:00', 'FREQ=MONTHLY;BYDAY=3WE')).toBe('every month (3rd Wed), 14:00');
  expect(rhythm('2026-01-30T14:00', 'FREQ=MONTHLY;BYDAY=-1FR,-2SU')).toBe('every month (last Fri, 2nd last Sun), 14:00');
  expect(rhythm('2026-02-12T10:00', 'FREQ=YEARLY')).toBe('every year, Thu 12 Feb 2026, 10:00');
  expect(rhythm('2026-01-12T09:00', 'FREQ=DAILY;UNTIL=20260301T000000Z')).toBe('FREQ=DAILY;UNTIL=20260301T000000Z, from Mon 12 Jan 2026, 09:00');
});
