import { graphql, type ResultOf } from '~/lib/graphql';
import { EscalationCard } from './card';

/** A matter with all that was handed over and said. */
export const EscalationRead = graphql(
  `
    query EscalationRead($id: ID!, $agreement: String!) {
      node(id: $id) {
        ... on Escalation {
          ...EscalationCard
          path
          version
          note
          reason
          facts {
            name
            value
          }
          raised {
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
          case {
            id
            reference
            title
          }
          correctiveAction {
            id
            title
          }
          climbs {
            level
            name
            at
            dueAt
            reason
            holders {
              id
              name
            }
            acknowledged {
              at
              person {
                id
                name
              }
            }
          }
          answers {
            level
            text
            reason
            by {
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
            accepted {
              at
              person {
                id
                name
              }
            }
            rejected {
              at
              person {
                id
                name
              }
            }
          }
          ended {
            at
            person {
              id
              name
            }
          }
        }
      }
      agreement(code: $agreement) {
        id
        escalationPaths {
          code
          name
          levels {
            name
            tier
            answerWithin
            calendar
          }
        }
      }
    }
  `,
  [EscalationCard],
);

/** A matter in the customer's words. */
export const CustomerEscalationRead = graphql(`
  query CustomerEscalationRead($id: ID!) {
    node(id: $id) {
      ... on CustomerEscalation {
        id
        pathName
        trigger
        title
        own
        raisedAt
        state
        level
        levels
        levelName
        tier
        deadline
        answer
        answeredAt
        revision
        company {
          id
          name
        }
        steps {
          at
          level
          name
        }
      }
    }
  }
`);

type Read = ResultOf<typeof EscalationRead>;

export type Escalation = Extract<NonNullable<Read['node']>, { path: string }>;
export type Path = NonNullable<Read['agreement']>['escalationPaths'][number];
export type CustomerEscalation = Extract<NonNullable<ResultOf<typeof CustomerEscalationRead>['node']>, { pathName: string }>;
