import { useSubscription } from 'urql';
import { useSeat } from '~/app/seat';
import type { Role } from '~/features/identity/session';
import { graphql } from '~/lib/graphql';

const Happening = graphql(`
  subscription MeetingsHappen($agreement: ID!, $meeting: ID, $after: Long) {
    meetingEvents(agreement: $agreement, meeting: $meeting, after: $after) {
      number
    }
  }
`);

/** Who sees meetings; agents and engineers see the action items of their own company alone. */
export const sitters: Role[] = ['STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'ANALYST', 'AUDITOR'];

/** What others do at the same table is shown at once: each event, of one meeting or of all, asks again for what is on the screen. */
export function useMeetingsLive(meeting: string | null = null): void {
  const { agreement, holds } = useSeat();
  useSubscription({ query: Happening, variables: { agreement: agreement.id, meeting }, pause: !holds(...sitters) });
}
