import { expect, test } from 'vitest';
import { presenceOf, there } from './presence';

const company = (id: string) => ({ id, name: id });
const person = (id: string) => ({ id, name: id });
const seat = (who: string, of: string, role: 'MEMBER' | 'OBSERVER' = 'MEMBER') => ({ person: person(who), company: company(of), role });
const entry = (who: string, of: string, presence: 'PRESENT' | 'EXCUSED' | 'ABSENT', deputy = false) => ({ presence, deputy, company: company(of), member: person(who), person: null });

test('a deputy in a seat is told apart from the member', () => {
  expect(presenceOf([entry('a', 'x', 'PRESENT', true)], seat('a', 'x'))).toBe('DEPUTY');
  expect(presenceOf([entry('a', 'x', 'EXCUSED')], seat('a', 'x'))).toBe('EXCUSED');
  expect(presenceOf([entry('a', 'y', 'PRESENT')], seat('a', 'x'))).toBeUndefined();
});

test('a company counts once for the quorum, and observers do not', () => {
  const members = [seat('a', 'x'), seat('b', 'x'), seat('c', 'y'), seat('d', 'z', 'OBSERVER')];
  const attendance = [entry('a', 'x', 'PRESENT'), entry('b', 'x', 'PRESENT', true), entry('c', 'y', 'ABSENT'), entry('d', 'z', 'PRESENT')];
  expect(there(members, attendance)).toEqual({ companies: 1, seated: 2 });
});
