import { instantOf } from '~/lib/zoned';
import { kindsOf } from './kinds';

/** What the address asks of the log: days are those of the agreement's zone, and the last one is counted in. */
export function asked(params: URLSearchParams, zone: string) {
  const of = (name: string) => params.get(name) || null;
  const midnight = (day: string | null) => (day ? (instantOf(`${day}T00:00`, zone) ?? null) : null);
  const to = of('to');
  return {
    after: of('after'),
    kinds: kindsOf(of('kind') ?? ''),
    order: of('order') === 'oldest' ? ('OLDEST_FIRST' as const) : ('NEWEST_FIRST' as const),
    filter: { person: of('person'), company: of('company'), from: midnight(of('from')), until: midnight(to && dayAfter(to)) },
  };
}

function dayAfter(day: string): string | null {
  const next = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  return Number.isNaN(next) ? null : new Date(next).toISOString().slice(0, 10);
}
