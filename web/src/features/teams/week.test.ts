import { expect, test } from 'vitest';
import { clock, dayOf, type Hours, mondayOf, plusDays, standing, weekOf } from './week';

const shifts: Hours = {
  zone: 'Europe/Vienna',
  always: false,
  hours: [
    { day: 'MONDAY', intervals: ['08:00-12:00', '13:00-17:00'] },
    { day: 'THURSDAY', intervals: ['22:00-06:00'] },
    { day: 'FRIDAY', intervals: ['06:00-08:00', '20:00-24:00'] },
  ],
  exceptions: [{ date: '2026-03-16', intervals: ['09:00-10:00'] }],
  holidays: [
    { date: '2026-03-13', name: 'A feast' },
    { date: '2026-03-16', name: 'Another' },
  ],
};
const drawn = (date: string) => dayOf(shifts, date).blocks.map(({ from, to }) => `${clock(from)}-${clock(to)}`);

test('a week begins on its Monday', () => {
  expect([mondayOf('2026-03-08'), mondayOf('2026-03-09'), plusDays('2026-02-28', 1)]).toEqual(['2026-03-02', '2026-03-09', '2026-03-01']);
  expect(weekOf(shifts, '2026-03-02').map(({ date }) => date).at(-1)).toBe('2026-03-08');
});

test('hours go over midnight and join what touches them', () => {
  expect(drawn('2026-03-02')).toEqual(['08:00-12:00', '13:00-17:00']);
  expect(drawn('2026-03-05')).toEqual(['22:00-24:00']);
  expect(drawn('2026-03-06')).toEqual(['00:00-08:00', '20:00-24:00']);
  expect(drawn('2026-03-07')).toEqual([]);
});

test('a holiday ends what comes over midnight, and an exception wins over a holiday', () => {
  expect(dayOf(shifts, '2026-03-13')).toEqual({ date: '2026-03-13', special: 'holiday', name: 'A feast', blocks: [] });
  expect(dayOf(shifts, '2026-03-16')).toEqual({ date: '2026-03-16', special: 'exception', name: 'Another', blocks: [{ from: 540, to: 600 }] });
});

test('whether it is open, and until when', () => {
  expect(standing(shifts, '2026-03-02', 600)).toEqual({ open: true, changes: { date: '2026-03-02', minute: 720 } });
  expect(standing(shifts, '2026-03-02', 1200)).toEqual({ open: false, changes: { date: '2026-03-05', minute: 1320 } });
  expect(standing(shifts, '2026-03-05', 1380)).toEqual({ open: true, changes: { date: '2026-03-06', minute: 480 } });
  expect(standing(shifts, '2026-03-06', 1300)).toEqual({ open: true, changes: { date: '2026-03-07', minute: 0 } });
  const always: Hours = { zone: 'UTC', always: true, hours: [], exceptions: [], holidays: [] };
  expect(standing(always, '2026-03-06', 1300)).toEqual({ open: true, changes: null });
});
