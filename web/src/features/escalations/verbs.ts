import { graphql } from '~/lib/graphql';

export const AcknowledgeEscalation = graphql(`
  mutation AcknowledgeEscalation($input: EscalationInput!) {
    acknowledgeEscalation(input: $input) {
      escalation {
        id
        state
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

export const AnswerEscalation = graphql(`
  mutation AnswerEscalation($input: AnswerEscalationInput!) {
    answerEscalation(input: $input) {
      escalation {
        id
        state
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

export const CloseEscalation = graphql(`
  mutation CloseEscalation($input: EscalationInput!) {
    closeEscalation(input: $input) {
      escalation {
        id
        state
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

export const AcceptAnswer = graphql(`
  mutation AcceptAnswer($input: AcceptEscalationAnswerInput!) {
    acceptEscalationAnswer(input: $input) {
      escalation {
        id
        state
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

export const RejectAnswer = graphql(`
  mutation RejectAnswer($input: EscalationReasonInput!) {
    rejectEscalationAnswer(input: $input) {
      escalation {
        id
        state
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

export const WithdrawEscalation = graphql(`
  mutation WithdrawEscalation($input: EscalationReasonInput!) {
    withdrawEscalation(input: $input) {
      escalation {
        id
        state
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
