import { graphql } from '~/lib/graphql';

/** What a change of a plan answers: the rest of what is on the screen is asked for again by itself. */
const Revisions = graphql(`
  fragment Revisions on CorrectiveAction {
    id
    revision
    deviation {
      id
      revision
    }
  }
`);

export const Propose = graphql(
  `
    mutation ProposeCorrectiveAction($input: CorrectiveActionInput!) {
      proposeCorrectiveAction(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const Start = graphql(
  `
    mutation StartCorrectiveAction($input: CorrectiveActionInput!) {
      startCorrectiveAction(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const Withdraw = graphql(
  `
    mutation WithdrawCorrectiveAction($input: WithdrawCorrectiveActionInput!) {
      withdrawCorrectiveAction(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const Consent = graphql(
  `
    mutation ConsentToCorrectiveAction($input: ConsentInput!) {
      consentToCorrectiveAction(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const ObjectTo = graphql(
  `
    mutation ObjectToCorrectiveAction($input: ObjectInput!) {
      objectToCorrectiveAction(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const AcceptTask = graphql(
  `
    mutation AcceptTask($input: AcceptTaskInput!) {
      acceptTask(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const DeclineTask = graphql(
  `
    mutation DeclineTask($input: DeclineTaskInput!) {
      declineTask(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const CompleteTask = graphql(
  `
    mutation CompleteTask($input: CompleteTaskInput!) {
      completeTask(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const PlanAction = graphql(
  `
    mutation PlanCorrectiveAction($input: PlanCorrectiveActionInput!) {
      planCorrectiveAction(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);

export const ChangeAction = graphql(
  `
    mutation ChangeCorrectiveAction($input: ChangeCorrectiveActionInput!) {
      changeCorrectiveAction(input: $input) {
        correctiveAction {
          ...Revisions
        }
        refusals {
          code
          field
          message
        }
      }
    }
  `,
  [Revisions],
);
