import { graphql, type ResultOf } from '~/lib/graphql';
import { CellFields } from './standing';
import { type Dimension, dimensions } from './words';

/** All that a heat map shows, in one question. */
export const Scorecard = graphql(
  `
    query Scorecard($agreement: String!, $period: String!, $whole: ScorecardBy!, $split: ScorecardBy!, $divided: Boolean!, $services: [String!], $raisedFor: Period) {
      agreement(code: $agreement) {
        id
        services {
          id
          code
          name
        }
        whole: scorecard(period: $period, periods: 12, by: $whole, filter: { services: $services }) {
          ...CellFields
        }
        split: scorecard(period: $period, by: $split, filter: { services: $services }) @include(if: $divided) {
          ...CellFields
        }
        deviations(first: 100, filter: { period: $raisedFor }) {
          nodes {
            id
            period
            kpi {
              id
            }
            company {
              id
            }
            service {
              id
            }
          }
        }
      }
    }
  `,
  [CellFields],
);

/** What the question finds. */
export type Found = NonNullable<ResultOf<typeof Scorecard>['agreement']>;

/** Which two scorecards make up the heat map: the whole, and what it is divided into. */
export function questionOf(dimension: Dimension, service: string) {
  const of = dimension === 'company' && service ? 'COMPANY_SERVICE' : dimensions[dimension].by;
  return {
    whole: service ? 'SERVICE' : 'JOINT',
    split: of,
    divided: of !== 'JOINT' && !(of === 'SERVICE' && service),
  } as const;
}
