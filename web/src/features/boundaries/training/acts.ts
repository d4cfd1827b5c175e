import { graphql } from '~/lib/graphql';

export const PlanTraining = graphql(`
  mutation PlanTraining($input: PlanTrainingInput!) {
    planTraining(input: $input) {
      training {
        id
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const ReplanTraining = graphql(`
  mutation ReplanTraining($input: ReplanTrainingInput!) {
    replanTraining(input: $input) {
      training {
        id
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const CompleteTraining = graphql(`
  mutation CompleteTraining($input: CompleteTrainingInput!) {
    completeTraining(input: $input) {
      training {
        id
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const WaiveTraining = graphql(`
  mutation WaiveTraining($input: WaiveTrainingInput!) {
    waiveTraining(input: $input) {
      training {
        id
        revision
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);
