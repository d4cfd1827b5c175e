import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment BoundaryChanged on BoundaryPayload {
      boundary {
        id
        revision
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

export const ProposeBoundary = graphql(`mutation ProposeBoundary($input: ProposeBoundaryInput!) { proposeBoundary(input: $input) { ...BoundaryChanged } }`, [Changed]);
export const WithdrawBoundary = graphql(`mutation WithdrawBoundary($input: WithdrawBoundaryInput!) { withdrawBoundary(input: $input) { ...BoundaryChanged } }`, [Changed]);
export const RetireBoundary = graphql(`mutation RetireBoundary($input: BoundaryInput!) { retireBoundary(input: $input) { ...BoundaryChanged } }`, [Changed]);
export const ApproveBoundary = graphql(`mutation ApproveBoundary($input: ApproveBoundaryInput!) { approveBoundary(input: $input) { ...BoundaryChanged } }`, [Changed]);
export const ObjectToBoundary = graphql(`mutation ObjectToBoundary($input: ObjectToBoundaryInput!) { objectToBoundary(input: $input) { ...BoundaryChanged } }`, [Changed]);
export const CommentOnBoundary = graphql(`mutation CommentOnBoundary($input: CommentOnBoundaryInput!) { commentOnBoundary(input: $input) { ...BoundaryChanged } }`, [Changed]);
export const ResolveBoundaryComment = graphql(`mutation ResolveBoundaryComment($input: ResolveBoundaryCommentInput!) { resolveBoundaryComment(input: $input) { ...BoundaryChanged } }`, [Changed]);
