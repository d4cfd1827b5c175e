import { expect, test } from 'vitest';
import { telling } from './left';

const clock = { measure: 'RESOLUTION', state: 'RUNNING', company: null, dueAt: '2026-03-05T12:00:00Z', left: 'PT2H', stoppedAt: null } as const;

test('the clock that is due first tells how much time there is', () => {
  const response = { ...clock, measure: 'RESPONSE', dueAt: '2026-03-05T11:00:00Z' } as const;
  const paused = { ...clock, measure: 'ANSWER', state: 'PAUSED', dueAt: null, left: 'PT1M' } as const;
  expect(telling([clock, paused, response], null)).toBe(response);
  expect(telling([paused, clock], null)).toBe(clock);
  expect(telling([clock], 'somebody')).toBeUndefined();
});

test('once nothing goes on, the resolution tells; what does not apply any more never does', () => {
  const kept = { ...clock, state: 'MET', stoppedAt: '2026-03-05T10:00:00Z' } as const;
  const told = { ...kept, measure: 'NEXT_UPDATE' } as const;
  const gone = { ...clock, state: 'CANCELLED', dueAt: '2026-03-05T09:00:00Z' } as const;
  expect(telling([kept, told, gone], null)).toBe(kept);
});
