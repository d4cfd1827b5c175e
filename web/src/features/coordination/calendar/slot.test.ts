import { expect, test } from 'vitest';
import { nextSlot, slotInput, slotOf } from './slot';

const weekly = { startsAt: '2026-03-30T07:00:00Z', endsAt: '2026-03-30T08:30:00Z', zone: 'Europe/Vienna', form: 'HYBRID', where: 'Room 3' } as const;

test('a slot keeps the wall clock of its zone, wherever the reader is', () => {
  const slot = slotOf(weekly);
  expect(slot).toEqual({ date: '2026-03-30', time: '09:00', minutes: '90', zone: 'Europe/Vienna', form: 'HYBRID', place: 'Room 3' });
  expect(slotInput(slot)).toEqual({ startsAt: '2026-03-30T07:00:00Z', lasts: 'PT90M', zone: 'Europe/Vienna', form: 'HYBRID', place: 'Room 3' });
});

test('what is no time is no slot', () => {
  expect(slotInput({ ...slotOf(weekly), date: '' })).toBeUndefined();
});

test('the next slot lies ahead, at a full hour', () => {
  expect(nextSlot(Date.parse('2026-03-05T08:00:00Z'), 'Europe/Vienna')).toMatchObject({ date: '2026-03-05', time: '10:00', minutes: '60' });
  expect(nextSlot(Date.parse('2026-03-05T22:30:00Z'), 'Europe/Vienna')).toMatchObject({ date: '2026-03-06', time: '00:00' });
});
