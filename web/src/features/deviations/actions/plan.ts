import { graphql, type ResultOf } from '~/lib/graphql';

/** Who decided, for which company, and when. */
export const Decided = graphql(`
  fragment Decided on Decision {
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

/** A corrective action with everything that was planned, said and done. */
export const ActionPlan = graphql(
  `
    fragment ActionPlan on CorrectiveAction {
      id
      title
      state
      revision
      createdAt
      tasks {
        id
        title
        due
        state
        reason
        evidence
        company {
          id
          name
        }
        owner {
          id
          name
        }
        answered {
          ...Decided
        }
        done {
          ...Decided
        }
      }
      criterion {
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
        measure
        value
        every
        after
        periods
      }
      consents {
        company {
          id
          name
        }
        word
        reason
        by {
          ...Decided
        }
      }
      obstacles {
        code
        field
        message
      }
      started {
        ...Decided
      }
      verifyingSince
      decidedAt
      failedPeriod
      failedValue
      withdrawn {
        ...Decided
      }
      withdrawalReason
    }
  `,
  [Decided],
);

export type Plan = ResultOf<typeof ActionPlan>;
export type Task = Plan['tasks'][number];
export type ConsentOf = Plan['consents'][number];
export type DecisionOf = ResultOf<typeof Decided>;

/** Whether the plan may still become another. */
export const unstarted = ({ state }: Pick<Plan, 'state'>) => state === 'DRAFT' || state === 'PROPOSED';
