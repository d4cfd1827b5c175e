import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment DecisionChanged on GroupDecisionPayload {
      decision {
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

export const Propose = graphql(`mutation ProposeDecision($input: ProposeDecisionInput!) { proposeDecision(input: $input) { ...DecisionChanged } }`, [Changed]);
export const GiveVoice = graphql(`mutation GiveVoice($input: GiveVoiceInput!) { giveVoice(input: $input) { ...DecisionChanged } }`, [Changed]);
export const WithdrawDecision = graphql(`mutation WithdrawDecision($input: GroupDecisionInput!) { withdrawDecision(input: $input) { ...DecisionChanged } }`, [Changed]);
