import { expect, test } from 'vitest';
import type { Escalation, Path } from './escalation';
import { rungsOf } from './rungs';

const climb = (level: number, name: string) => ({ level, name, at: '2026-03-05T08:00:00Z', dueAt: null, reason: 'UNANSWERED', holders: [], acknowledged: null }) as Escalation['climbs'][number];
const level = (name: string) => ({ name, tier: 'TACTICAL', answerWithin: 'P1D', calendar: null }) as Path['levels'][number];
const path: Path = { code: 'common', name: 'Common', levels: [level('Experts'), level('Group'), level('Directors')] };

test('levels that a matter has not reached are named by the agreement', () => {
  const rungs = rungsOf({ levels: 3, climbs: [climb(1, 'Experts of then'), climb(2, 'Group')], answers: [] }, path);
  expect(rungs.map(({ name, climbs }) => [name, climbs.length])).toEqual([['Experts of then', 1], ['Group', 1], ['Directors', 0]]);
});

test('a path that was amended since names nothing', () => {
  const [, , third] = rungsOf({ levels: 3, climbs: [], answers: [] }, { ...path, levels: path.levels.slice(0, 2) });
  expect(third).toEqual({ level: 3, name: null, within: undefined, climbs: [], answers: [] });
});

test('at the top a matter comes again and again', () => {
  const rungs = rungsOf({ levels: 3, climbs: [climb(3, 'Directors'), climb(3, 'Directors')], answers: [] }, path);
  expect(rungs[2]?.climbs).toHaveLength(2);
});
