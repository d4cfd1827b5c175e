import { expect, test } from 'vitest';
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
