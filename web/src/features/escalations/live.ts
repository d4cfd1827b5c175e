import { useSubscription } from 'urql';
import { useSeat } from '~/app/seat';
import type { Role } from '~/features/identity/session';
import { graphql } from '~/lib/graphql';

const Happening = graphql(`
  subscription EscalationsHappen($agreement: ID!, $after: Long) {
    escalationEvents(agreement: $agreement, after: $after) {
      number
      escalation {
        id
      }
    }
  }
`);

/** Who sees escalations from inside; customers see their own view of what is theirs. */
export const insiders: Role[] = ['STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER', 'AUDITOR'];

/** Each climb and each answer is shown as it happens. */
export function useEscalationsLive(): void {
  const { agreement, holds } = useSeat();
  useSubscription({ query: Happening, variables: { agreement: agreement.id }, pause: !holds(...insiders) });
}
