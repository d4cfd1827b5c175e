import { useSubscription } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';

const Happening = graphql(`
  subscription DeviationsHappen($agreement: ID!, $kinds: [String!], $after: Long) {
    agreementEvents(agreement: $agreement, kinds: $kinds, after: $after) {
      number
    }
  }
`);

const kinds = [
  ...['raised', 'restated', 'reviewed', 'verifying', 'verified', 'waived', 'cleared', 'escalated', 'reopened'].map((done) => `deviation.${done}`),
  ...['drafted', 'changed', 'proposed', 'consented', 'objected', 'started', 'verifying', 'succeeded', 'failed', 'withdrawn'].map((done) => `action.${done}`),
  ...['accepted', 'declined', 'completed', 'overdue'].map((done) => `task.${done}`),
  'period.assessed',
];

/** Keeps a page about deviations as it is now: what happens elsewhere has it asked for again. Only some roles may follow. */
export function useFollowing(): void {
  const { agreement, holds } = useSeat();
  useSubscription({ query: Happening, variables: { agreement: agreement.id, kinds }, pause: !holds('STEWARD', 'COORDINATOR', 'AUDITOR') });
}
