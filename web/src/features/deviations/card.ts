import { graphql, type ResultOf } from '~/lib/graphql';

/** What tells one deviation from another: of what, whose, when, and where it stands. */
export const DeviationHead = graphql(`
  fragment DeviationHead on Deviation {
    id
    kpi {
      id
      code
      name
      unit
      direction
      jointMethod
    }
    company {
      id
      code
      name
    }
    service {
      id
      code
      name
    }
    period
    kind
    state
    level
    disclosed
    closing
    raisedAt
    figures {
      value
      target {
        value
        upper
      }
    }
  }
`);

export type Head = ResultOf<typeof DeviationHead>;

/** A deviation as a list shows it. */
export const DeviationCard = graphql(
  `
    fragment DeviationCard on Deviation {
      ...DeviationHead
      review {
        verdict
      }
      correctiveActions {
        id
        state
      }
    }
  `,
  [DeviationHead],
);

export type Card = ResultOf<typeof DeviationCard>;
