import { graphql, type ResultOf } from '~/lib/graphql';

// without their ids: what would be found must not be taken for what is found
const Supposed = graphql(`
  fragment Supposed on Finding {
    kind
    extent
    service {
      id
      name
    }
    areas {
      regions {
        others
        names
      }
      languages {
        others
        names
      }
      products {
        others
        names
      }
      skills {
        others
        names
      }
    }
    windows(first: 2) {
      opensAt
      closesAt
      local {
        zone
      }
    }
    capacity {
      demanded
      committed
    }
  }
`);

/** What would be found if a boundary held as it is written, and what no more. */
export const Foretold = graphql(
  `
    fragment Foretold on CoverageChange {
      opened(first: 20) {
        ...Supposed
      }
      closed(first: 20) {
        ...Supposed
      }
      kept(first: 20) {
        before
        finding {
          ...Supposed
        }
      }
    }
  `,
  [Supposed],
);

export type Supposed = ResultOf<typeof Supposed>;
export type Foretold = ResultOf<typeof Foretold>;
