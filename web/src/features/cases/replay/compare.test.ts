import { expect, test } from 'vitest';
import { changeOf, clocksOf, keptShare, longer, partsOf } from './compare';

const part = (kind: 'CUSTODY' | 'PAUSE', company: string | null, time: string) => ({ kind, company: company ? { id: company, name: company } : null, holder: null, reason: null, time, seconds: 0 });
const before = { total: 'PT3H', compliance: [{ clock: 'r', measure: 'RESOLUTION' as const, met: 3, breached: 1 }], parts: [part('CUSTODY', 'a', 'PT2H'), part('PAUSE', null, 'PT1H')] };
const after = { total: 'PT3H', compliance: [{ clock: 's', measure: 'RESPONSE' as const, met: 0, breached: 0 }], parts: [part('CUSTODY', 'a', 'PT3H')] };

test('what was stands beside what would have been, and what is there only once is not lost', () => {
  expect(clocksOf(before, after).map((pair) => [pair.key, keptShare(pair.before), keptShare(pair.after)])).toEqual([
    ['r', 750, undefined],
    ['s', undefined, undefined],
  ]);
  expect(partsOf(before, after).map(longer)).toEqual([3_600_000, -3_600_000]);
});

test('the address says what is to be other than it was', () => {
  expect(changeOf(new URLSearchParams('target.resolution=PT10H&calendar.resolution=day&calendar=night&pauses=NONE&reason=x&reason=y&without=c'))).toEqual({
    clocks: [{ clock: 'resolution', target: 'PT10H', calendar: 'day' }],
    calendar: 'night',
    pauses: 'NONE',
    withoutPauses: ['x', 'y'],
    without: ['c'],
  });
  expect(changeOf(new URLSearchParams('pauses=odd&tab=x'))).toEqual({});
});
