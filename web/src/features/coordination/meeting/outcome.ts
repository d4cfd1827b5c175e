import { graphql } from '~/lib/graphql';

export const SetOutcome = graphql(`
  mutation SetAgendaOutcome($input: SetAgendaOutcomeInput!) {
    setAgendaOutcome(input: $input) {
      agendaItem {
        id
        outcome
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
