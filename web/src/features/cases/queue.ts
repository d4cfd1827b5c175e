import { graphql, type ResultOf } from '~/lib/graphql';
import { Holder, Offer } from './holder';

const CaseLine = graphql(
  `
    fragment CaseLine on Case {
      id
      reference
      title
      kind
      phase
      stage
      priority
      redFlag
      openedAt
      service {
        id
        name
      }
      holder {
        ...Holder
      }
      offer {
        ...Offer
      }
      clocks {
        name
        measure
        state
        company {
          id
        }
        stoppedAt
        dueAt
        left
      }
    }
  `,
  [Holder, Offer],
);

/** What a list shows of a case. */
export type Line = ResultOf<typeof CaseLine>;

const CaseLines = graphql(
  `
    fragment CaseLines on CaseConnection {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CaseLine
      }
    }
  `,
  [CaseLine],
);

export const Queue = graphql(
  `
    query CaseQueue($agreement: String!, $team: ID!, $first: First!, $after: Cursor) {
      agreement(code: $agreement) {
        id
        caseQueue(team: $team, first: $first, after: $after) {
          ...CaseLines
        }
      }
    }
  `,
  [CaseLines],
);

export const Cases = graphql(
  `
    query Cases($agreement: String!, $filter: CaseFilter, $first: First!, $after: Cursor) {
      agreement(code: $agreement) {
        id
        cases(first: $first, after: $after, filter: $filter) {
          ...CaseLines
        }
      }
    }
  `,
  [CaseLines],
);
