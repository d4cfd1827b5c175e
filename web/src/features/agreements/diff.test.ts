import { expect, test } from 'vitest';
import { bySection, compare } from './diff';

const told = (before: string, after: string) => compare(before, after).map(({ kind, text }) => `${{ same: '=', gone: '-', new: '+' }[kind]}${text}`);

test('only the words that differ are told as changed', () => {
  expect(told('at least four of five points', 'at least 4.2 of five points')).toEqual(['=at least ', '-four', '+4.2', '= of five points']);
  expect(told('hours [08:00-12:00], zone UTC', 'hours [08:00-12:00, 13:00-17:00], zone UTC')).toEqual(['=hours [08:00-12:00', '+, 13:00-17:00', '=], zone UTC']);
  expect(told('', 'all new')).toEqual(['+all new']);
  expect(told('all gone', '')).toEqual(['-all gone']);
  expect(told('as it was', 'as it was')).toEqual(['=as it was']);
});

test('both texts can be read from what is told', () => {
  const [before, after] = ['a b c d b a, x y', 'b c a d [b] x, y z'];
  const pieces = compare(before, after);
  expect(pieces.filter(({ kind }) => kind !== 'new').map(({ text }) => text).join('')).toBe(before);
  expect(pieces.filter(({ kind }) => kind !== 'gone').map(({ text }) => text).join('')).toBe(after);
});

test('very long texts are told as a whole', () => {
  const [before, after] = ['a '.repeat(2000), 'b '.repeat(2000)];
  expect(compare(before, after)).toEqual([
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ]);
});

test('changes stand by the section of the file', () => {
  const change = (path: string) => ({ path, before: null, after: 'x' });
  expect(bySection([change('agreement'), change('kpis.a'), change('teams.b'), change('kpis.c.name')]).map(([section, of]) => [section, of.length])).toEqual([
    ['agreement', 1],
    ['kpis', 2],
    ['teams', 1],
  ]);
});
