import type { EnumOf } from '~/lib/graphql';
import { items } from '../words';

const isState = (text: string): text is EnumOf<'ActionItemState'> => text in items;

/** What the address asks for, as the API takes it; what is overdue is open and was due before today. */
export function filterOf({ state, company }: { state: string; company: string }, today: string) {
  const overdue = state === 'OVERDUE';
  return {
    company: company || null,
    state: overdue ? ['OPEN' as const] : isState(state) ? [state] : null,
    dueBefore: overdue ? today : null,
  };
}
