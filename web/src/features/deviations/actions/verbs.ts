import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment PlanChanged on CorrectiveActionPayload {
      correctiveAction {
        id
        revision
        deviation {
          id
          revision
        }
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

export const Propose = graphql(`mutation ProposeCorrectiveAction($input: CorrectiveActionInput!) { proposeCorrectiveAction(input: $input) { ...PlanChanged } }`, [Changed]);
export const Start = graphql(`mutation StartCorrectiveAction($input: CorrectiveActionInput!) { startCorrectiveAction(input: $input) { ...PlanChanged } }`, [Changed]);
export const Withdraw = graphql(`mutation WithdrawCorrectiveAction($input: WithdrawCorrectiveActionInput!) { withdrawCorrectiveAction(input: $input) { ...PlanChanged } }`, [Changed]);
export const Consent = graphql(`mutation ConsentToCorrectiveAction($input: ConsentInput!) { consentToCorrectiveAction(input: $input) { ...PlanChanged } }`, [Changed]);
export const ObjectTo = graphql(`mutation ObjectToCorrectiveAction($input: ObjectInput!) { objectToCorrectiveAction(input: $input) { ...PlanChanged } }`, [Changed]);
export const AcceptTask = graphql(`mutation AcceptTask($input: AcceptTaskInput!) { acceptTask(input: $input) { ...PlanChanged } }`, [Changed]);
export const DeclineTask = graphql(`mutation DeclineTask($input: DeclineTaskInput!) { declineTask(input: $input) { ...PlanChanged } }`, [Changed]);
export const CompleteTask = graphql(`mutation CompleteTask($input: CompleteTaskInput!) { completeTask(input: $input) { ...PlanChanged } }`, [Changed]);
export const PlanAction = graphql(`mutation PlanCorrectiveAction($input: PlanCorrectiveActionInput!) { planCorrectiveAction(input: $input) { ...PlanChanged } }`, [Changed]);
export const ChangeAction = graphql(`mutation ChangeCorrectiveAction($input: ChangeCorrectiveActionInput!) { changeCorrectiveAction(input: $input) { ...PlanChanged } }`, [Changed]);
