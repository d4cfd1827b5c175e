import { expect, test } from 'vitest';
import { receiver, saidIn } from './told';

const desk = { team: { id: 't1', name: 'Desk' }, company: { id: 'a', name: 'A' } };
const field = { team: { id: 't2', name: 'Field' }, company: { id: 'b', name: 'B' } };
const custody = [
  { from: '2026-03-03T07:00:00Z', until: '2026-03-03T07:15:00Z', holder: desk, offer: null },
  { from: '2026-03-03T07:15:00Z', until: '2026-03-03T07:20:00Z', holder: null, offer: { at: '2026-03-03T07:15:00Z', to: field } },
  { from: '2026-03-03T07:20:00Z', until: null, holder: field, offer: null },
];

test('to whom a case went is told by who had it then', () => {
  expect(receiver({ kind: 'accepted', at: '2026-03-03T07:00:00Z' }, custody)).toBe(desk);
  expect(receiver({ kind: 'offered', at: '2026-03-03T07:15:00Z' }, custody)).toBe(field);
  expect(receiver({ kind: 'accepted', at: '2026-03-03T07:20:00Z' }, custody)).toBe(field);
  expect(receiver({ kind: 'resumed', at: '2026-03-03T07:20:00Z' }, custody)).toBeUndefined();
});

test('what an event says is read from its detail', () => {
  expect(saidIn({ detail: '{"event":"resolved","note":"switched on"}' }).note).toBe('switched on');
  expect(saidIn({ detail: 'null' })).toEqual({});
});
