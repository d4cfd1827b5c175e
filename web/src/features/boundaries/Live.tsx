import { useSubscription } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';

const BoundaryEvents = graphql(`
  subscription BoundaryEvents($agreement: ID!, $after: Long) {
    boundaryEvents(agreement: $agreement, after: $after) {
      number
      kind
    }
  }
`);

/** Follows what happens to boundaries and findings elsewhere: what is on the screen is asked for again. */
export function Live() {
  const { agreement } = useSeat();
  useSubscription({ query: BoundaryEvents, variables: { agreement: agreement.id } });
  return null;
}
