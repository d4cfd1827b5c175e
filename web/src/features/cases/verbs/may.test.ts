import { expect, test } from 'vitest';
import type { Role } from '~/features/identity/session';
import { verbsFor } from './may';

const company = (id: string) => ({ id, name: id });
const at = (id: string) => ({ team: { id: `team of ${id}`, name: id }, company: company(id) });
const seat = (id: string, ...roles: Role[]) => ({ company: company(id), holds: (...any: Role[]) => any.some((role) => roles.includes(role)) });
const known = { phase: 'OPEN', holder: at('a'), offer: null, pauses: [], recoveries: [], cancelledAt: null, closedAt: null, ledger: { segments: [] } } as const;

test('who holds a case works on it, nobody else', () => {
  expect(verbsFor({ ...known, pauses: [], recoveries: [] }, seat('a', 'ENGINEER'))).toContain('handOver');
  expect(verbsFor({ ...known, pauses: [], recoveries: [] }, seat('b', 'ENGINEER'))).toEqual([]);
  expect(verbsFor({ ...known, pauses: [], recoveries: [] }, seat('a', 'ANALYST'))).toEqual([]);
});

test('who is asked answers first', () => {
  const offered = { ...known, pauses: [], recoveries: [], offer: { at: '2026-03-05T08:00:00Z', to: at('b'), from: at('a') } };
  expect(verbsFor(offered, seat('b', 'ENGINEER'))).toEqual(['accept', 'refuse']);
  expect(verbsFor(offered, seat('a', 'ENGINEER'))).not.toContain('accept');
});

test('a swarm works together', () => {
  const swarm = [{ company: company('a') }, { company: company('b') }];
  expect(verbsFor({ ...known, pauses: [], recoveries: [], ledger: { segments: [{ swarm }] } }, seat('b', 'ENGINEER'))).toContain('resolve');
});

test('only whom a pause is claimed against is asked for consent', () => {
  const pause = { from: '2026-03-05T08:00:00Z', until: null, reason: 'r', against: 'COMPANY', company: company('b'), needsConsent: true, consentedAt: null, counts: false } as const;
  const paused = { ...known, phase: 'PAUSED', pauses: [pause], recoveries: [] } as const;
  expect(verbsFor({ ...paused, pauses: [pause], recoveries: [] }, seat('b', 'COORDINATOR'))).toEqual(['consent', 'dispute']);
  expect(verbsFor({ ...paused, pauses: [pause], recoveries: [] }, seat('a', 'COORDINATOR'))).toEqual(['dispute']);
  expect(verbsFor({ ...paused, pauses: [{ ...pause, against: 'CUSTOMER', company: null }], recoveries: [] }, seat('a', 'COORDINATOR'))).toEqual(['dispute']);
});

test('a case that was withdrawn is over', () => {
  expect(verbsFor({ ...known, pauses: [], recoveries: [], cancelledAt: '2026-03-05T08:00:00Z' }, seat('a', 'ENGINEER', 'COORDINATOR'))).toEqual([]);
});
