import { graphql, type ResultOf } from '~/lib/graphql';
import { ActionPlan, Decided } from './actions/plan';
import { DeviationHead } from './card';

const Figures = graphql(`
  fragment EvidenceFigures on DeviationFigures {
    value
    good
    total
    count
    target {
      value
      upper
      warning
      tolerance
      validFrom
      company {
        id
        name
      }
      service {
        id
        name
      }
    }
  }
`);

export type Evidence = ResultOf<typeof Figures>;

/** A deviation with its whole story. */
export const DeviationStory = graphql(
  `
    fragment DeviationStory on Deviation {
      ...DeviationHead
      revision
      figures {
        ...EvidenceFigures
      }
      restated {
        ...EvidenceFigures
      }
      review {
        verdict
        reason
        by {
          ...Decided
        }
      }
      closedAt
      correctiveActions {
        ...ActionPlan
      }
    }
  `,
  [DeviationHead, Figures, Decided, ActionPlan],
);

export type Story = ResultOf<typeof DeviationStory>;
