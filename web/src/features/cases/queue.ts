import { graphql, type ResultOf } from '~/lib/graphql';

const CaseLine = graphql(`
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
      team {
        id
        name
      }
      company {
        id
        name
      }
    }
    offer {
      at
      to {
        team {
          id
          name
        }
        company {
          id
          name
        }
      }
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
`);

/** What a list shows of a case. */
export type Line = ResultOf<typeof CaseLine>;

export const Queue = graphql(
  `
    query CaseQueue($agreement: String!, $team: ID!, $first: First!, $after: Cursor) {
      agreement(code: $agreement) {
        id
        caseQueue(team: $team, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...CaseLine
          }
        }
      }
    }
  `,
  [CaseLine],
);

export const Cases = graphql(
  `
    query Cases($agreement: String!, $filter: CaseFilter, $first: First!, $after: Cursor) {
      agreement(code: $agreement) {
        id
        cases(first: $first, after: $after, filter: $filter) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...CaseLine
          }
        }
      }
    }
  `,
  [CaseLine],
);

/** What the pages of cases have to know of the agreement: its words and who is in it. */
export const Terms = graphql(`
  query CaseTerms($agreement: String!) {
    agreement(code: $agreement) {
      id
      zone
      teams {
        id
        code
        name
        kind
        line
        skills
        pledges {
          company {
            id
            name
          }
        }
        members {
          person {
            id
            name
          }
          company {
            id
          }
        }
      }
      services {
        id
        code
        name
        parent {
          id
        }
      }
      parties {
        company {
          id
          name
          kind
        }
      }
      calendars {
        code
        name
        zone
      }
      caseHandling {
        calendar
        disputeWindow
        recovery
        priorities {
          code
          name
        }
        packages {
          code
          name
        }
        stages {
          code
          name
          phase
        }
        pauseReasons {
          code
          name
          against
          company {
            id
            name
          }
          cap
          consent
        }
        clocks {
          code
          measure
          company {
            id
            name
          }
          calendar
          target
        }
      }
    }
  }
`);

/** The terms under which cases are handled. */
export type Agreed = NonNullable<ResultOf<typeof Terms>['agreement']>;
export type Handling = NonNullable<Agreed['caseHandling']>;
