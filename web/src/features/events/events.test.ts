import { expect, test } from 'vitest';
import { asked } from './asked';
import { detailOf } from './detail';
import { kindsOf } from './kinds';

test('a filter asks for one kind, for all of a noun, or for everything', () => {
  expect(kindsOf('')).toBeNull();
  expect(kindsOf('period')).toEqual(['period.assessed']);
  expect(kindsOf('deviation.raised')).toEqual(['deviation.raised']);
});

test('what an event tells is read name by name, whatever it is', () => {
  expect(detailOf('{"code":"berger-repair","revision":1,"period_kind":"month","of":["a"]}')).toEqual([
    ['code', 'berger-repair'],
    ['revision', '1'],
    ['period kind', 'month'],
    ['of', '["a"]'],
  ]);
  expect(detailOf('{}')).toEqual([]);
  expect(detailOf('null')).toEqual([['', 'null']]);
  expect(detailOf('no json')).toEqual([['', 'no json']]);
});

test('days of the address are days of the agreement, the last one counted in', () => {
  const told = asked(new URLSearchParams('from=2026-03-29&to=2026-03-29&person=P&order=oldest'), 'Europe/Vienna');
  expect(told).toEqual({ after: null, kinds: null, order: 'OLDEST_FIRST', filter: { person: 'P', company: null, from: '2026-03-28T23:00:00Z', until: '2026-03-29T22:00:00Z' } });
  expect(asked(new URLSearchParams('from=nonsense&to=neither'), 'UTC').filter).toEqual({ person: null, company: null, from: null, until: null });
});
