import { expect, test } from 'vitest';
import { choicesOf } from './candidates';

const named = (id: string) => ({ id, name: id });
const team = (id: string, ...companies: string[]) => ({ ...named(id), code: id, kind: 'RESOLUTION' as const, line: 2, skills: [], members: [], pledges: companies.map((one) => ({ company: named(one) })) });

test('who is proposed comes first, then everybody else but whoever holds it', () => {
  const candidates = [{ team: named('net'), company: named('b'), boundary: null, nextOpenAt: null, openCases: null, line: 2, reasons: [] }];
  const choices = choicesOf(candidates, [team('desk', 'a'), team('net', 'a', 'b')], 'desk a');
  expect(choices.map(({ key }) => key)).toEqual(['net b', 'net a']);
});

test('a team that the agreement has no more cannot be chosen', () => {
  expect(choicesOf([{ team: null, company: named('b'), boundary: null, nextOpenAt: null, openCases: null, line: 2, reasons: [] }], [])).toEqual([]);
});
