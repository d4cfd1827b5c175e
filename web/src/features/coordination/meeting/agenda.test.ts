import { expect, test } from 'vitest';
import { figuresOf, partsOf, reordered, restated } from './agenda';
import type { Matter } from './query';

const matter = (id: string, section: Matter['item']['section']) => ({ item: { id, section } }) as Matter;
const matters = [matter('a', 'DEVIATIONS'), matter('b', 'OTHER'), matter('c', 'DEVIATIONS'), matter('d', 'TEAM')];
const parts = partsOf(['ACTIONS', 'OTHER', 'DEVIATIONS'], matters);

test('the agenda stands in the order of its sections; what members filled otherwise stands at the end', () => {
  expect(parts.map(({ section, matters: its }) => [section, ...its.map(({ item }) => item.id)])).toEqual([
    ['OTHER', 'b'],
    ['DEVIATIONS', 'a', 'c'],
    ['TEAM', 'd'],
  ]);
});

test('a matter moves within its section, and every matter is named', () => {
  expect(reordered(parts, 'c', -1)).toEqual(['b', 'c', 'a', 'd']);
  expect(reordered(parts, 'a', 1)).toEqual(['b', 'c', 'a', 'd']);
});

test('the first does not move up, the last not down, the unknown not at all', () => {
  expect([reordered(parts, 'a', -1), reordered(parts, 'c', 1), reordered(parts, 'z', 1)]).toEqual([undefined, undefined, undefined]);
});

test('figures are told apart by their names, and what is something else now stands beside', () => {
  expect(figuresOf(['value: 0.93', 'period: 2026-02: late', 'odd'])).toEqual([['value', '0.93'], ['period', '2026-02: late'], ['', 'odd']]);
  expect(restated(['value: 0.93', 'target: 0.96'], ['value: 0.95', 'target: 0.96', 'good: 3'])).toEqual([['value', '0.95'], ['good', '3']]);
});
