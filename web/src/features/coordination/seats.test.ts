import { expect, test } from 'vitest';
import { companiesOf, inTerm, peopleOf } from './seats';

const castor = { id: 'c', name: 'Castor' };
const clara = { id: '1', name: 'Clara' };
const iris = { id: '2', name: 'Iris' };
const members = [
  { role: 'MEMBER', company: castor, person: clara, deputy: iris },
  { role: 'CHAIR', company: castor, person: iris, deputy: clara },
  { role: 'OBSERVER', company: { id: 'm', name: 'Meridian' }, person: null, deputy: null },
];

test('a company has one voice, however many of its people sit there; observers give it none', () => {
  expect(companiesOf(members)).toEqual([castor]);
});

test('members and deputies are named once', () => {
  expect(peopleOf(members)).toEqual([
    { ...clara, company: 'c' },
    { ...iris, company: 'c' },
  ]);
});

test('a term holds its first day, and not the day on which somebody sits there no more', () => {
  const term = [{ since: '2026-03-01', until: '2026-03-05' }];
  expect(['2026-02-28', '2026-03-01', '2026-03-04', '2026-03-05'].map((day) => inTerm(term, day).length)).toEqual([0, 1, 1, 0]);
});
