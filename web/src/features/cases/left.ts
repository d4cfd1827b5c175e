import type { EnumOf } from '~/lib/graphql';
import { lengthOf } from '~/lib/time';

interface Clock {
  measure: EnumOf<'ClockMeasure'>;
  state: EnumOf<'ClockState'>;
  company: { id: string } | null;
  dueAt: string | null;
  left: string;
  stoppedAt: string | null;
}

/** The clock that says how much time a case has: of those that go on the one that is due first, else how its resolution went. */
export function telling<C extends Clock>(clocks: readonly C[], company: string | null): C | undefined {
  const own = clocks.filter((clock) => (clock.company?.id ?? null) === company && clock.state !== 'CANCELLED');
  const going = own.filter(({ stoppedAt }) => stoppedAt === null);
  return going.toSorted(sooner)[0] ?? own.findLast(({ measure }) => measure === 'RESOLUTION');
}

/** What runs comes before what stands still; then what is due first, or has less left. */
function sooner(one: Clock, other: Clock): number {
  if (one.dueAt !== null && other.dueAt !== null) return Date.parse(one.dueAt) - Date.parse(other.dueAt);
  if (one.dueAt !== null) return -1;
  if (other.dueAt !== null) return 1;
  return lengthOf(one.left) - lengthOf(other.left);
}
