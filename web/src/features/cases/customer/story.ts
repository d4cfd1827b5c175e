import { graphql, type ResultOf } from '~/lib/graphql';

const CustomerStory = graphql(`
  fragment CustomerStory on CustomerCase {
    id
    revision
    reference
    kind
    title
    priority
    openedAt
    phase
    resolvedAt
    resolution
    rating
    settled
    service {
      id
      name
    }
    stages {
      code
      name
      current
    }
    told {
      at
      note
    }
    promises {
      measure
      dueAt
      state
    }
    companies {
      id
      name
    }
    escalations(first: 5) {
      id
      pathName
      levelName
      state
      deadline
    }
  }
`);

export const BroughtById = graphql(
  `
    query CustomerCaseById($id: ID!) {
      node(id: $id) {
        ... on CustomerCase {
          ...CustomerStory
        }
      }
    }
  `,
  [CustomerStory],
);

/** All that a customer is told of their case. */
export type Brought = ResultOf<typeof CustomerStory>;
