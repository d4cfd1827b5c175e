import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment TrainingChanged on TrainingPayload {
      training {
        id
        revision
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

export const PlanTraining = graphql(`mutation PlanTraining($input: PlanTrainingInput!) { planTraining(input: $input) { ...TrainingChanged } }`, [Changed]);
export const ReplanTraining = graphql(`mutation ReplanTraining($input: ReplanTrainingInput!) { replanTraining(input: $input) { ...TrainingChanged } }`, [Changed]);
export const CompleteTraining = graphql(`mutation CompleteTraining($input: CompleteTrainingInput!) { completeTraining(input: $input) { ...TrainingChanged } }`, [Changed]);
export const WaiveTraining = graphql(`mutation WaiveTraining($input: WaiveTrainingInput!) { waiveTraining(input: $input) { ...TrainingChanged } }`, [Changed]);
