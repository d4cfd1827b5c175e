import { graphql, type ResultOf } from '~/lib/graphql';

/** Which trainings there are, and what can be trained. */
export const TrainingGround = graphql(`
  query TrainingGround($agreement: String!) {
    agreement(code: $agreement) {
      id
      teams {
        id
        name
      }
      boundaries(first: 100) {
        nodes {
          id
          company {
            id
          }
          inForce {
            number
          }
          approved {
            number
            ends
            content {
              title
            }
          }
          trainings {
            id
          }
        }
      }
    }
  }
`);

const TrainedBy = graphql(`
  fragment TrainedBy on Decision {
    at
    person {
      id
      name
    }
  }
`);

/** Trainings by their ids, with where each member stands. */
export const Trainings = graphql(
  `
    query Trainings($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename
        id
        ... on Training {
          version
          topics
          validFor
          revision
          boundary {
            id
          }
          service {
            id
            name
          }
          company {
            id
            name
          }
          team {
            id
            name
          }
          planned {
            ...TrainedBy
          }
          shares {
            company {
              id
              name
            }
            trained
            members
          }
          standings {
            state
            mayTakeDuty
            until
            completedOn
            evidence
            waiverReason
            person {
              id
              name
            }
            company {
              id
              name
            }
            completed {
              ...TrainedBy
            }
            waived {
              ...TrainedBy
            }
          }
        }
      }
    }
  `,
  [TrainedBy],
);

export type Ground = NonNullable<ResultOf<typeof TrainingGround>['agreement']>;
export type Trained = Ground['boundaries']['nodes'][number];
export type Training = Extract<NonNullable<ResultOf<typeof Trainings>['nodes'][number]>, { __typename: 'Training' }>;
export type Standing = Training['standings'][number];
