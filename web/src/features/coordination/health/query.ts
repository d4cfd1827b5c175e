import { graphql, type ResultOf } from '~/lib/graphql';

export const Health = graphql(`
  query CommitmentHealth($agreement: String!, $on: Date) {
    agreement(code: $agreement) {
      id
      healthWeights {
        days
        weights {
          sign
          weight
        }
      }
      commitmentHealth(on: $on) {
        from
        on
        value
        earlier
        change
        trend
        warning
        company {
          id
          name
        }
        signs {
          sign
          weight
          good
          total
          value
          earlier
        }
      }
    }
  }
`);

/** How a company keeps its commitment. */
export type CompanyHealth = NonNullable<ResultOf<typeof Health>['agreement']>['commitmentHealth'][number];
export type Sign = CompanyHealth['signs'][number];
