import { useSubscription } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';

const Happening = graphql(`
  subscription MeetingsHappening($agreement: ID!) {
    agreementEvents(agreement: $agreement) {
      number
      kind
    }
  }
`);

/** What others do at the same table is shown at once: each event asks again for what is on the screen. */
export function useMeetingsLive(): void {
  const { agreement, holds } = useSeat();
  useSubscription({ query: Happening, variables: { agreement: agreement.id }, pause: !holds('STEWARD', 'COORDINATOR', 'AUDITOR') });
}
