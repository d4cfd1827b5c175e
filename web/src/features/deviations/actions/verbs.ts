import { graphql } from '~/lib/graphql';

// every change of a plan answers alike; what is on the screen is asked for again by itself

export const Propose = graphql(`
  mutation ProposeCorrectiveAction($input: CorrectiveActionInput!) {
    proposeCorrectiveAction(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const Start = graphql(`
  mutation StartCorrectiveAction($input: CorrectiveActionInput!) {
    startCorrectiveAction(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const Withdraw = graphql(`
  mutation WithdrawCorrectiveAction($input: WithdrawCorrectiveActionInput!) {
    withdrawCorrectiveAction(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const Consent = graphql(`
  mutation ConsentToCorrectiveAction($input: ConsentInput!) {
    consentToCorrectiveAction(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const ObjectTo = graphql(`
  mutation ObjectToCorrectiveAction($input: ObjectInput!) {
    objectToCorrectiveAction(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const AcceptTask = graphql(`
  mutation AcceptTask($input: AcceptTaskInput!) {
    acceptTask(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const DeclineTask = graphql(`
  mutation DeclineTask($input: DeclineTaskInput!) {
    declineTask(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const CompleteTask = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const PlanAction = graphql(`
  mutation PlanCorrectiveAction($input: PlanCorrectiveActionInput!) {
    planCorrectiveAction(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);

export const ChangeAction = graphql(`
  mutation ChangeCorrectiveAction($input: ChangeCorrectiveActionInput!) {
    changeCorrectiveAction(input: $input) {
      refusals {
        code
        field
        message
      }
    }
  }
`);
