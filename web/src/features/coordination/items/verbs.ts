import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment ActionItemChanged on ActionItemPayload {
      actionItem {
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

export const AssignActionItem = graphql(`mutation AssignActionItem($input: AssignActionItemInput!) { assignActionItem(input: $input) { ...ActionItemChanged } }`, [Changed]);
export const CompleteActionItem = graphql(`mutation CompleteActionItem($input: CompleteActionItemInput!) { completeActionItem(input: $input) { ...ActionItemChanged } }`, [Changed]);
export const DropActionItem = graphql(`mutation DropActionItem($input: DropActionItemInput!) { dropActionItem(input: $input) { ...ActionItemChanged } }`, [Changed]);
