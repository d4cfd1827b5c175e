import { graphql, type ResultOf } from '~/lib/graphql';

/** An action item as lists show it. */
export const ItemCard = graphql(`
  fragment ItemCard on ActionItem {
    id
    title
    state
    dueOn
    closingText
    revision
    meetingId
    decisionId
    company {
      id
      name
    }
    person {
      id
      name
    }
    assigned {
      at
      person {
        id
        name
      }
      company {
        id
        name
      }
    }
    closed {
      at
      person {
        id
        name
      }
    }
  }
`);

export type Item = ResultOf<typeof ItemCard>;
