import { graphql, type ResultOf } from '~/lib/graphql';

export const VoiceRead = graphql(`
  query VoiceRead($id: ID!) {
    node(id: $id) {
      ... on Voice {
        id
        kind
        text
        evidence
        state
        dueAt
        overdueAt
        told
        revision
        customer {
          id
          name
        }
        case {
          id
          reference
          title
        }
        recorded {
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
        asked {
          word
          answer
          firstAt
          company {
            id
            name
          }
          by {
            at
            person {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export type Voice = Extract<NonNullable<ResultOf<typeof VoiceRead>['node']>, { evidence: string }>;
