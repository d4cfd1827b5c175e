import { graphql, type ResultOf } from '~/lib/graphql';

export const Vocabularies = graphql(`
  query Vocabularies($agreement: String!) {
    agreement(code: $agreement) {
      id
      vocabulary {
        code
        kind
        meaning
      }
      vocabularies {
        revision
        company {
          id
          name
        }
        words {
          kind
          own
          means {
            code
            kind
          }
        }
        unmapped {
          kind
          own
        }
        missing {
          code
          kind
        }
      }
    }
  }
`);

type Read = NonNullable<ResultOf<typeof Vocabularies>['agreement']>;

/** The own words of a company. */
export type CompanyWords = Read['vocabularies'][number];
/** A word of the agreement. */
export type Word = Read['vocabulary'][number];
