import { expect, test } from 'vitest';
import { inOrder, reckon, truthsOf, usedUp } from './steps';

const nothing = { pause: null, target: null, versionSince: null };
const explanation = [
  { ...nothing, from: '2026-03-03T08:30:00Z', until: '2026-03-03T08:30:00Z', reason: 'TARGET', target: 'PT8H' },
  { ...nothing, from: '2026-03-03T08:30:00Z', until: '2026-03-03T12:00:00Z', reason: 'OPEN' },
  { ...nothing, from: '2026-03-03T12:00:00Z', until: '2026-03-03T16:00:00Z', reason: 'OPEN' },
  { ...nothing, from: '2026-03-03T16:00:00Z', until: '2026-03-04T06:30:00Z', reason: 'CLOSED' },
  { ...nothing, from: '2026-03-04T06:30:00Z', until: '2026-03-04T07:00:00Z', reason: 'OPEN' },
] as const;

test('a deadline is reckoned line by line: open time uses the target up, closed time does not', () => {
  const steps = reckon(explanation);
  const hours = steps.map(({ reason, wall, used }) => [reason, wall / 3_600_000, used / 3_600_000]);
  expect(hours).toEqual([
    ['TARGET', 0, 0],
    ['OPEN', 7.5, 7.5],
    ['CLOSED', 14.5, 7.5],
    ['OPEN', 0.5, 8],
  ]);
});

test('the two truths add up: what counts and what stands still is what goes by on the wall', () => {
  const { counts, wall, still } = truthsOf(reckon(explanation));
  expect(counts).toBe(8 * 3_600_000);
  expect(wall).toBe(22.5 * 3_600_000);
  expect(still).toEqual([{ reason: 'CLOSED', length: 14.5 * 3_600_000 }]);
});

test('a target of nought is used up at once', () => {
  expect(usedUp({ elapsed: 'PT2H40M', target: 'PT2H' })).toBe(1333);
  expect(usedUp({ elapsed: 'PT0S', target: 'PT0S' })).toBe(1000);
});

test('what goes on is read first, and updates that are over stand back', () => {
  const clock = (measure: 'RESOLUTION' | 'RESPONSE' | 'NEXT_UPDATE', stoppedAt: string | null, at: number) => ({ measure, stoppedAt, at });
  const all = [clock('RESPONSE', 'x', 0), clock('NEXT_UPDATE', 'x', 1), clock('NEXT_UPDATE', 'x', 2), clock('NEXT_UPDATE', null, 3), clock('RESOLUTION', null, 4)];
  const { shown, earlier } = inOrder(all);
  expect(shown.map(({ at }) => at)).toEqual([4, 3, 0, 2]);
  expect(earlier.map(({ at }) => at)).toEqual([1]);
});
