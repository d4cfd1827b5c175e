import { expect, test } from 'vitest';
import { ownWords, standOf } from './mapping';

const words = [
  { kind: 'STATUS', own: 'In Arbeit', means: { kind: 'STATUS', code: 'in-work' } },
  { kind: 'STATUS', own: 'WIP', means: { kind: 'STATUS', code: 'in-work' } },
  { kind: 'TERM', own: 'in-work', means: { kind: 'TERM', code: 'in-work' } },
  { kind: 'STATUS', own: 'Zurückgestellt', means: null },
] as const;

test('several own words may mean one of the agreement’s; kinds are kept apart', () => {
  expect(ownWords({ words: [...words] }, { kind: 'STATUS', code: 'in-work' })).toEqual(['In Arbeit', 'WIP']);
  expect(ownWords({ words: [...words] }, { kind: 'SEVERITY', code: 'in-work' })).toEqual([]);
});

test('what has no counterpart is counted on both sides', () => {
  expect(standOf({ missing: [{ code: 'waiting', kind: 'STATUS' }], unmapped: [{ kind: 'STATUS', own: 'Zurückgestellt' }] }, [1, 2, 3])).toEqual({ mapped: 2, of: 3, stray: 1 });
});
