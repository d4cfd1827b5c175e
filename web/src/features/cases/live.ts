import { useSubscription } from 'urql';
import { graphql } from '~/lib/graphql';

const Deadlines = graphql(`
  subscription CaseDeadlines($agreement: ID!) {
    caseDeadlines(agreement: $agreement) {
      kind
      at
      case {
        id
      }
    }
  }
`);

/** Asks for what is on the screen again whenever a deadline of a case comes near or passes. */
export function useDeadlines(agreement: string): void {
  useSubscription({ query: Deadlines, variables: { agreement } });
}
