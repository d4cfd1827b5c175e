import { expect, test } from 'vitest';
import { changed, compare, type Words } from './compare';
import { type Content, emptyLimit } from './content';

const words: Words = {
  team: (id) => id,
  company: (id) => id,
  responsibility: (of) => of.toLowerCase(),
  dimension: (of) => of.toLowerCase(),
  within: ({ calendar, names }) => calendar || names.join(', '),
  duration: (of) => of,
  nobody: 'nobody',
};
const content: Content = {
  title: 'Network',
  team: 't1',
  responsibility: 'ACCOUNTABLE',
  included: ['Switches', 'Routers'],
  excluded: ['Phones'],
  limits: [
    { ...emptyLimit('HOURS'), calendar: 'office', takeOver: { company: 'c2', team: 't2', information: [], acceptance: null } },
    { ...emptyLimit('LANGUAGE'), names: ['de', 'en'] },
  ],
  evidence: [],
};
const told = (before: Content | null, after: Content) =>
  compare(before, after, words)
    .filter(changed)
    .map((line) => `${line.path}: ${line.before ?? '-'} > ${line.after ?? '-'}`);

test('without a text before everything is new, and the same text changes nothing', () => {
  expect(told(null, content)).toEqual([
    'title: - > Network',
    'team: - > t1',
    'responsibility: - > accountable',
    'included.1: - > Switches',
    'included.2: - > Routers',
    'excluded.1: - > Phones',
    'limits.hours.within: - > office',
    'limits.hours.beyond.take_over: - > c2, t2',
    'limits.language.within: - > de, en',
    'limits.language.beyond.take_over: - > nobody',
  ]);
  expect(told(content, content)).toEqual([]);
});

test('every change is told by its field', () => {
  const after: Content = {
    ...content,
    included: ['Cables', 'Switches', 'Big routers'],
    excluded: [],
    limits: [
      { ...emptyLimit('LANGUAGE'), names: ['de', 'fr'] },
      { ...emptyLimit('HOURS'), calendar: 'office', note: 'By phone', takeOver: { company: 'c3', team: 't3', information: ['Customer', 'Fault'], acceptance: 'PT15M' } },
    ],
    evidence: [{ title: 'Contract', url: 'https://example.org/' }],
  };
  expect(told(content, after)).toEqual([
    'included.1: - > Cables',
    'included.3: Routers > Big routers',
    'excluded.1: Phones > -',
    'limits.order: hours, language > language, hours',
    'limits.language.within: de, en > de, fr',
    'limits.hours.beyond.note: - > By phone',
    'limits.hours.beyond.take_over: c2, t2 > c3, t3',
    'limits.hours.beyond.take_over.information: - > Customer; Fault',
    'limits.hours.beyond.take_over.acceptance: - > PT15M',
    'evidence.1: - > Contract (https://example.org/)',
  ]);
});

test('a limit that is gone is told among the others, and what stays stands beside it unchanged', () => {
  const after = { ...content, limits: content.limits.slice(1) };
  expect(told(content, after)).toEqual(['limits.hours.within: office > -', 'limits.hours.beyond.take_over: c2, t2 > -']);
  expect(compare(content, after, words).map(({ path }) => path)).toContain('limits.language.within');
});

test('an entry that moves counts by its new place', () => {
  const lines = compare({ ...content, included: ['a', 'b', 'c'] }, { ...content, included: ['a', 'c', 'd'] }, words).filter(({ path }) => path.startsWith('included'));
  expect(lines.map(({ path, before, after }) => [path, before, after])).toEqual([
    ['included.1', 'a', 'a'],
    ['included.2', 'b', null],
    ['included.2', 'c', 'c'],
    ['included.3', null, 'd'],
  ]);
});
