import type { EnumOf } from '~/lib/graphql';

interface Promised {
  dueAt: string | null;
  state: EnumOf<'ClockState'>;
}

/** Of what was promised and is not over, what is due first. */
export function nextPromise<P extends Promised>(promises: readonly P[]): P | undefined {
  const open = promises.filter(({ state, dueAt }) => state === 'RUNNING' && dueAt !== null);
  return open.toSorted((one, other) => Date.parse(one.dueAt ?? '') - Date.parse(other.dueAt ?? ''))[0];
}
