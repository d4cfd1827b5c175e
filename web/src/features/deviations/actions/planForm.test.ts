import { expect, test } from 'vitest';
import type { Plan } from './plan';
import { changed, draftOf, planned, readFigure, writeFigure } from './planForm';

test('shares are written in percent and sent as shares, exactly', () => {
  expect(readFigure('95.5', 'SHARE')).toBe('0.955');
  expect(readFigure('95,5 %', 'SHARE')).toBe('0.955');
  expect(readFigure('4.25', 'HOURS')).toBe('4.25');
  expect(['', 'four', '1.2.3', '1e3'].map((text) => readFigure(text, 'HOURS'))).toEqual([undefined, undefined, undefined, undefined]);
  expect(writeFigure('0.955', 'SHARE')).toBe('95.5');
});

const decided = { at: '2026-03-01T09:00:00Z', person: null, company: null };
const task = (id: string) => ({ id, title: `do ${id}`, due: '2026-03-06', state: 'PROPOSED', reason: null, evidence: null, company: { id: 'castor', name: 'Castor' }, owner: { id: 'nina', name: 'Nina' }, answered: decided, done: null }) as const;
const plan: Plan = {
  id: 'plan',
  title: 'Spare parts',
  state: 'PROPOSED',
  revision: 3,
  createdAt: '2026-03-01T09:00:00Z',
  tasks: [task('one'), task('two')],
  criterion: { kpi: { id: 'kpi', code: 'sla-met', name: 'In time', unit: 'SHARE', direction: 'HIGHER', jointMethod: 'POOLED' }, company: null, service: null, measure: 'AT_LEAST', value: '0.955', every: 'MONTH', after: '2026-03-01', periods: ['2026-03', '2026-04'] },
  consents: [],
  obstacles: [],
  started: null,
  verifyingSince: null,
  decidedAt: null,
  failedPeriod: null,
  failedValue: null,
  withdrawn: null,
  withdrawalReason: null,
};

test('a plan that nobody touched is sent as it stands', () => {
  const { criterion, tasks, dropTasks } = changed(draftOf(plan), plan, 'SHARE');
  expect(criterion).toEqual({ kpi: 'kpi', company: null, service: null, measure: 'AT_LEAST', value: '0.955', every: 'MONTH', after: '2026-03-01', periods: 2 });
  expect(tasks?.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(dropTasks).toEqual([]);
});

test('tasks that are gone are taken out, new ones have no id', () => {
  const draft = draftOf(plan);
  draft.tasks = [...draft.tasks.slice(1), { id: null, company: 'meridian', owner: 'paul', title: ' tell them ', due: '2026-03-07' }];
  const { tasks, dropTasks } = changed(draft, plan, 'SHARE');
  expect(dropTasks).toEqual(['one']);
  expect(tasks?.map(({ id, title }) => [id, title])).toEqual([
    ['two', 'do two'],
    [null, 'tell them'],
  ]);
});

test('a target of the agreement has no edge of its own', () => {
  const draft = draftOf(plan);
  draft.criterion.measure = 'WITHIN_TARGET';
  expect(planned(draft, 'SHARE').criterion.value).toBeNull();
});
