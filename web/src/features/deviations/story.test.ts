import { expect, test } from 'vitest';
import type { Story } from './deviation';
import { storyOf } from './story';

const by = (name: string, at: string) => ({ at, person: { id: name, name }, company: { id: 'castor', name: 'Castor' } });
const plan: Story['correctiveActions'][number] = {
  id: 'plan',
  title: 'Spare parts',
  state: 'FAILED',
  revision: 9,
  createdAt: '2026-02-10T09:00:00Z',
  tasks: [{ id: 'task', title: 'Buy them', due: '2026-03-06', state: 'DONE', reason: null, evidence: 'The bill', company: null, owner: null, answered: by('Clara', '2026-02-12T09:00:00Z'), done: by('Nina', '2026-02-20T09:00:00Z') }],
  criterion: { kpi: null, company: null, service: null, measure: 'WITHIN_TARGET', value: null, every: 'MONTH', after: '2026-03-01', periods: ['2026-03'] },
  consents: [
    { company: null, word: 'CONSENTS', reason: null, by: by('Clara', '2026-02-11T09:00:00Z') },
    { company: null, word: 'OPEN', reason: null, by: null },
  ],
  obstacles: [],
  started: by('Paul', '2026-02-13T09:00:00Z'),
  verifyingSince: '2026-02-20T09:00:00Z',
  decidedAt: '2026-04-03T05:00:00Z',
  failedPeriod: '2026-03',
  failedValue: '0.9',
  withdrawn: null,
  withdrawalReason: null,
};
const deviation: Story = {
  id: 'deviation',
  kpi: null,
  company: null,
  service: null,
  period: '2026-01',
  kind: 'MISSED',
  state: 'REVIEWED',
  level: 2,
  disclosed: true,
  closing: null,
  raisedAt: '2026-02-03T05:00:00Z',
  figures: { value: '0.9', good: null, total: '10', count: 1, target: null },
  revision: 8,
  restated: null,
  review: { verdict: 'DISPUTE', reason: 'The figures are wrong', by: by('Clara', '2026-04-05T09:00:00Z') },
  closedAt: null,
  correctiveActions: [plan],
};

test('a story goes from what was raised to what was said last, and tells nobody’s silence', () => {
  expect(storyOf(deviation).map(({ what, who }) => [what.kind, who?.person?.name])).toEqual([
    ['raised', undefined],
    ['drafted', undefined],
    ['consented', 'Clara'],
    ['accepted', 'Clara'],
    ['started', 'Paul'],
    ['done', 'Nina'],
    ['verifying', undefined],
    ['failed', undefined],
    ['reviewed', 'Clara'],
  ]);
});
