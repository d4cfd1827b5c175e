import { graphql, type ResultOf } from '~/lib/graphql';
import { EscalationCard } from './card';

/** A matter with all that was handed over and said, and the customer's view of one. */
export const EscalationRead = graphql(
  `
    query EscalationRead($id: ID!, $agreement: String!) {
      node(id: $id) {
        __typename
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
        ... on CustomerEscalation {
          id
          pathName
          trigger
          called: title
          own
          raisedAt
          standing: state
          level
          levels
          stage: levelName
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
      viewer {
        inbox(first: 100) {
          nodes {
            subject
          }
        }
      }
    }
  `,
  [EscalationCard],
);

type Read = ResultOf<typeof EscalationRead>;
type Node = NonNullable<Read['node']>;

export type Escalation = Extract<Node, { __typename: 'Escalation' }>;
export type CustomerEscalation = Extract<Node, { __typename: 'CustomerEscalation' }>;
export type Path = NonNullable<Read['agreement']>['escalationPaths'][number];
