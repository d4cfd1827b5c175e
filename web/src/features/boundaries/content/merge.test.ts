import { expect, test } from 'vitest';
import { type Content, emptyLimit } from './content';
import { type Choice, type Conflict, settle } from './merge';

const content: Content = {
  title: 'Theirs',
  team: 't1',
  responsibility: 'ACCOUNTABLE',
  included: ['Switches', 'Big routers', 'Cables'],
  excluded: [],
  limits: [
    { ...emptyLimit('HOURS'), calendar: 'day', note: 'By phone', takeOver: { company: 'c2', team: 't2', information: [], acceptance: null } },
    { ...emptyLimit('LANGUAGE'), names: ['de'] },
  ],
  evidence: [{ title: 'Contract', url: 'https://one.example/' }],
};
const mine: Content = {
  ...content,
  title: 'Mine',
  included: ['Switches', 'Old routers', 'Older routers'],
  limits: [
    { ...emptyLimit('LANGUAGE'), names: ['en'] },
    { ...emptyLimit('HOURS'), calendar: 'late', note: 'By mail', takeOver: null },
    { ...emptyLimit('CONCURRENT'), cases: 3 },
  ],
  evidence: [{ title: 'Procedure', url: 'https://two.example/' }],
};
const conflict = (path: string, theirs: string | null = null, own: string | null = null): Conflict => ({ path, base: null, theirs, mine: own });
const taken = (...conflicts: Conflict[]) => settle(content, mine, conflicts, Object.fromEntries(conflicts.map(({ path }) => [path, 'mine' as Choice])));

test('where theirs is chosen, or nothing, what both come to stays', () => {
  expect(settle(content, mine, [conflict('title')], {})).toEqual(content);
  expect(settle(content, mine, [conflict('title')], { title: 'theirs' })).toEqual(content);
});

test('a field that is chosen of mine takes the place of theirs', () => {
  expect(taken(conflict('title')).title).toBe('Mine');
});

test('entries of a list are replaced where they stand, however far other changes have moved them', () => {
  expect(taken(conflict('included.2', 'Big routers', 'Old routers\nOlder routers')).included).toEqual(['Switches', 'Old routers', 'Older routers', 'Cables']);
  expect(taken(conflict('included.1', 'Big routers', 'Old routers')).included).toEqual(['Switches', 'Old routers', 'Cables']);
  expect(taken(conflict('included.2', 'Big routers', null)).included).toEqual(['Switches', 'Cables']);
  expect(taken(conflict('included.3', null, 'Old routers')).included).toEqual(['Switches', 'Big routers', 'Old routers', 'Cables']);
  expect(taken(conflict('included.1', 'Switches', 'Hubs'), conflict('included.3', 'Cables', 'Fibres\nCopper')).included).toEqual(['Hubs', 'Big routers', 'Fibres', 'Copper']);
  expect(taken(conflict('evidence.1', 'Contract (https://one.example/)', 'Procedure (https://two.example/)')).evidence).toEqual(mine.evidence);
});

test('a limit is taken by its parts, as a whole, or not at all', () => {
  const hours = (...conflicts: Conflict[]) => taken(...conflicts).limits.find(({ dimension }) => dimension === 'HOURS');
  expect(hours(conflict('limits.hours.within'))).toMatchObject({ calendar: 'late', note: 'By phone', takeOver: { company: 'c2' } });
  expect(hours(conflict('limits.hours.beyond.note'))).toMatchObject({ calendar: 'day', note: 'By mail', takeOver: { company: 'c2' } });
  expect(hours(conflict('limits.hours.beyond.take_over'))).toMatchObject({ calendar: 'day', note: 'By phone', takeOver: null });
  expect(taken(conflict('limits.concurrent')).limits.map(({ dimension }) => dimension)).toEqual(['HOURS', 'LANGUAGE', 'CONCURRENT']);
  const without = settle(content, { ...mine, limits: [] }, [conflict('limits.hours')], { 'limits.hours': 'mine' });
  expect(without.limits.map(({ dimension }) => dimension)).toEqual(['LANGUAGE']);
});

test('the order of limits is a choice of its own', () => {
  expect(taken(conflict('limits.order')).limits.map(({ dimension }) => dimension)).toEqual(['LANGUAGE', 'HOURS']);
});
