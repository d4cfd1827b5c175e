import { expect, test } from 'vitest';
import { elsewhere } from './zones';

test('local hours in another zone, over a change of clocks and a midnight', () => {
  expect(elsewhere('2026-03-27', 480, 'Europe/Vienna', 'UTC')).toBe('07:00');
  expect(elsewhere('2026-03-30', 480, 'Europe/Vienna', 'UTC')).toBe('06:00');
  expect(elsewhere('2026-03-02', 1320, 'Europe/Vienna', 'Asia/Kolkata')).toBe('02:30 Tue');
  expect(elsewhere('2026-03-02', 1440, 'UTC', 'UTC')).toBe('00:00');
});
