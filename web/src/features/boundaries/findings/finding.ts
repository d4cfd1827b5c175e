import { graphql, type ResultOf } from '~/lib/graphql';

/** What a line about a finding says. */
export const FindingLine = graphql(`
  fragment FindingLine on Finding {
    id
    kind
    state
    extent
    limits
    foundAt
    vanishedAt
    note
    service {
      id
      name
    }
    boundaries {
      id
      company {
        id
        name
      }
      approved {
        number
        content {
          title
        }
      }
    }
    windows(first: 3) {
      opensAt
      closesAt
      local {
        zone
        opens
        closes
      }
    }
    capacity {
      demanded
      committed
      actual
      neededAtOnce
      committedAtOnce
    }
  }
`);

export type Line = ResultOf<typeof FindingLine>;
export type Capacity = NonNullable<Line['capacity']>;
export type FoundWindow = Line['windows'][number];
