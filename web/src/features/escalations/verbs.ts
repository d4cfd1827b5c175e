import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment EscalationChanged on EscalationPayload {
      escalation {
        id
        state
        revision
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

export const AcknowledgeEscalation = graphql(`mutation AcknowledgeEscalation($input: EscalationInput!) { acknowledgeEscalation(input: $input) { ...EscalationChanged } }`, [Changed]);
export const AnswerEscalation = graphql(`mutation AnswerEscalation($input: AnswerEscalationInput!) { answerEscalation(input: $input) { ...EscalationChanged } }`, [Changed]);
export const CloseEscalation = graphql(`mutation CloseEscalation($input: EscalationInput!) { closeEscalation(input: $input) { ...EscalationChanged } }`, [Changed]);
export const AcceptAnswer = graphql(`mutation AcceptAnswer($input: AcceptEscalationAnswerInput!) { acceptEscalationAnswer(input: $input) { ...EscalationChanged } }`, [Changed]);
export const RejectAnswer = graphql(`mutation RejectAnswer($input: EscalationReasonInput!) { rejectEscalationAnswer(input: $input) { ...EscalationChanged } }`, [Changed]);
export const WithdrawEscalation = graphql(`mutation WithdrawEscalation($input: EscalationReasonInput!) { withdrawEscalation(input: $input) { ...EscalationChanged } }`, [Changed]);
