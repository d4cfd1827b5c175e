import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

export const SetOutcome = graphql(
  `
    mutation SetAgendaOutcome($input: SetAgendaOutcomeInput!) {
      setAgendaOutcome(input: $input) {
        agendaItem {
          id
          outcome
          revision
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);
