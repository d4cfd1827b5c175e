import { lengthOf } from '~/lib/time';
import type { Change, Totalled } from './query';

type Part = Totalled['parts'][number];
type Kept = Totalled['compliance'][number];

/** What was beside what would have been, of one thing. */
export interface Pair<Noun> {
  key: string;
  before: Noun | undefined;
  after: Noun | undefined;
}

function pairs<Noun>(before: readonly Noun[], after: readonly Noun[], keyOf: (noun: Noun) => string): Pair<Noun>[] {
  const keys = [...new Set([...before, ...after].map(keyOf))];
  const find = (all: readonly Noun[], key: string) => all.find((one) => keyOf(one) === key);
  return keys.map((key) => ({ key, before: find(before, key), after: find(after, key) }));
}

/** Each clock's targets, as they were kept and as they would have been. */
export const clocksOf = (before: Totalled, after: Totalled): Pair<Kept>[] => pairs(before.compliance, after.compliance, ({ clock }) => clock);

/** Each part of the time, as it was and as it would have been. */
export const partsOf = (before: Totalled, after: Totalled): Pair<Part>[] =>
  pairs(before.parts, after.parts, ({ kind, company, holder, reason }) => [kind, company?.id, holder?.id, reason].join(' '));

/** In how many thousandths of all cases a target was kept; nothing where there were none. */
export function keptShare(kept: Kept | undefined): number | undefined {
  const all = (kept?.met ?? 0) + (kept?.breached ?? 0);
  return kept && all > 0 ? Math.round((1000 * kept.met) / all) : undefined;
}

/** How much longer a part would have been, in milliseconds. */
export const longer = ({ before, after }: Pair<Part>): number => lengthOf(after?.time ?? 'PT0S') - lengthOf(before?.time ?? 'PT0S');

/** Which change the address asks for: `target.CODE=PT10H`, `calendar.CODE=…`, `calendar`, `pauses`, `reason` and `without` (both as often as wanted). */
export function changeOf(address: URLSearchParams): Change {
  const clocks = new Map<string, { clock: string; target?: string; calendar?: string }>();
  for (const [name, value] of address) {
    const [, what, clock] = /^(target|calendar)\.(.+)$/.exec(name) ?? [];
    if (clock && value && (what === 'target' || what === 'calendar')) clocks.set(clock, { ...clocks.get(clock), clock, [what]: value });
  }
  const pauses = address.get('pauses');
  const change: Change = {};
  if (clocks.size > 0) change.clocks = [...clocks.values()];
  if (address.get('calendar')) change.calendar = address.get('calendar');
  if (pauses === 'NONE' || pauses === 'CONSENTED') change.pauses = pauses;
  if (address.has('reason')) change.withoutPauses = address.getAll('reason');
  if (address.has('without')) change.without = address.getAll('without');
  return change;
}
