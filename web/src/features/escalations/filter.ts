import { triggers } from '~/features/agreements/words';
import type { EnumOf } from '~/lib/graphql';
import { states } from './words';

const isState = (text: string): text is EnumOf<'EscalationState'> => text in states;
const isTrigger = (text: string): text is EnumOf<'EscalationTrigger'> => text in triggers;

/** What the address asks for, as the API takes it; unless told, what is not over. */
export function filterOf({ state, trigger, company, level, mine }: { state: string; trigger: string; company: string; level: string; mine: string }) {
  return {
    state: state === 'UNDER_WAY' ? ['OPEN' as const, 'ANSWERED' as const] : isState(state) ? [state] : null,
    trigger: isTrigger(trigger) ? [trigger] : null,
    company: company || null,
    level: /^[1-9]$/.test(level) ? Number(level) : null,
    mine: mine === 'yes' || null,
  };
}
