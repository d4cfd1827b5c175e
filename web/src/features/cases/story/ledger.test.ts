import { expect, test } from 'vitest';
import { slicesOf } from './ledger';
import type { Part } from './ledger';

const part = (kind: Part['kind'], company: string | null, time: string): Part => ({
  kind,
  company: company ? { id: company, name: company } : null,
  holder: null,
  reason: null,
  time,
  seconds: 0,
});

test('a company’s time stands together, what is nobody’s stands at the end, and all of it is the whole', () => {
  const parts = [part('CUSTODY', 'a', 'PT15M'), part('CUSTODY', 'b', 'PT1H'), part('MISMATCH', null, 'PT30M'), part('HAND_OVER_WAIT', 'a', 'PT15M')];
  const slices = slicesOf(parts, 'PT2H');
  expect(slices.map(({ part: { kind, company }, ground }) => [company?.id ?? '-', kind, ground])).toEqual([
    ['a', 'CUSTODY', 'plain'],
    ['a', 'HAND_OVER_WAIT', 'stripes'],
    ['b', 'CUSTODY', 'plain'],
    ['-', 'MISMATCH', 'cross'],
  ]);
  expect(slices.reduce((sum, { share }) => sum + share, 0)).toBe(1);
  expect(slicesOf([part('CUSTODY', 'a', 'PT0S')], 'PT0S')[0]?.share).toBe(0);
});
