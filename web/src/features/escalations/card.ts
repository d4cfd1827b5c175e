import { graphql, type ResultOf } from '~/lib/graphql';

/** An escalation as lists show it. */
export const EscalationCard = graphql(`
  fragment EscalationCard on Escalation {
    id
    title
    trigger
    about
    state
    level
    levels
    levelName
    tier
    deadline
    raisedAt
    revision
    company {
      id
      name
    }
    customer {
      id
      name
    }
    owner {
      id
      name
    }
    owners {
      id
      name
      isViewer
    }
  }
`);

export type EscalationShown = ResultOf<typeof EscalationCard>;
