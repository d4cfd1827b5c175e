import { graphql, type ResultOf } from '~/lib/graphql';
import { contentOf, Said } from '../content/content';
import { Terms } from '../content/terms';

const By = graphql(`
  fragment By on Decision {
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
`);

/** A boundary with every version of it, and what the terms in force know. */
export const OneBoundary = graphql(
  `
    query OneBoundary($id: ID!, $agreement: String!) {
      node(id: $id) {
        __typename
        id
        ... on Boundary {
          code
          state
          revision
          service {
            id
            name
          }
          company {
            id
            name
          }
          awaited {
            id
            name
          }
          inForce {
            number
          }
          open {
            number
          }
          approved {
            number
          }
          versions {
            number
            state
            ends
            effectiveFrom
            approvedAt
            withdrawalReason
            content {
              ...Said
            }
            author {
              ...By
            }
            proposed {
              ...By
            }
            withdrawn {
              ...By
            }
            asked {
              id
              name
            }
            approvals {
              ...By
            }
            comments {
              number
              path
              text
              by {
                ...By
              }
              resolved {
                ...By
              }
            }
            returned {
              reason
              objection
              by {
                ...By
              }
            }
          }
          trainings {
            id
            version
            team {
              id
              name
            }
          }
        }
      }
      agreement(code: $agreement) {
        ...Terms
      }
    }
  `,
  [Said, By, Terms],
);

type Found = ResultOf<typeof OneBoundary>;
export type Boundary = Extract<NonNullable<Found['node']>, { __typename: 'Boundary' }>;
export type Version = Boundary['versions'][number];
export type Comment = Version['comments'][number];
export type By = ResultOf<typeof By>;

/** The boundary and the terms in what was answered. */
export function found({ node, agreement }: Found) {
  return node?.__typename === 'Boundary' && agreement ? { boundary: node, known: agreement } : null;
}

/** A version by its number. */
export const versionOf = ({ versions }: Boundary, number: number | undefined): Version | undefined => versions.find((version) => version.number === number);

/** What was approved last before a version: that against which it is compared. */
export function before({ versions }: Boundary, { number }: Version): Version | undefined {
  return versions.findLast((version) => version.number < number && version.state === 'APPROVED');
}

/** What was said before a version, as it is written; null where nothing was approved. */
export function saidBefore(boundary: Boundary, version: Version) {
  const last = before(boundary, version);
  return last ? contentOf(last.content) : null;
}
