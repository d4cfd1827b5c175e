import { graphql, type ResultOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

export const Checklist = graphql(`
  query AlignmentChecklist($agreement: String!) {
    agreement(code: $agreement) {
      id
      alignmentChecklist {
        code
        area
        question
      }
      parties {
        company {
          id
          name
          kind
        }
      }
    }
  }
`);

export const AlignmentRead = graphql(`
  query AlignmentOfCompany($agreement: String!, $company: ID!) {
    agreement(code: $agreement) {
      id
      alignment(company: $company) {
        score
        best
        current {
          score
          on
          note
          aspect {
            code
          }
        }
        history {
          score
          on
          note
          aspect {
            code
            question
          }
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
        }
      }
    }
  }
`);

export const AssessAlignment = graphql(
  `
    mutation AssessAlignment($input: AssessAlignmentInput!) {
      assessAlignment(input: $input) {
        assessment {
          score
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

/** Something by which companies are assessed. */
export type Aspect = NonNullable<ResultOf<typeof Checklist>['agreement']>['alignmentChecklist'][number];
export type Alignment = NonNullable<ResultOf<typeof AlignmentRead>['agreement']>['alignment'];
