import { graphql } from '~/lib/graphql';

export const ProposeBoundary = graphql(`
  mutation ProposeBoundary($input: ProposeBoundaryInput!) {
    proposeBoundary(input: $input) {
      boundary {
        id
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

export const WithdrawBoundary = graphql(`
  mutation WithdrawBoundary($input: WithdrawBoundaryInput!) {
    withdrawBoundary(input: $input) {
      boundary {
        id
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

export const RetireBoundary = graphql(`
  mutation RetireBoundary($input: BoundaryInput!) {
    retireBoundary(input: $input) {
      boundary {
        id
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

export const ApproveBoundary = graphql(`
  mutation ApproveBoundary($input: ApproveBoundaryInput!) {
    approveBoundary(input: $input) {
      boundary {
        id
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

export const ObjectToBoundary = graphql(`
  mutation ObjectToBoundary($input: ObjectToBoundaryInput!) {
    objectToBoundary(input: $input) {
      boundary {
        id
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

export const CommentOnBoundary = graphql(`
  mutation CommentOnBoundary($input: CommentOnBoundaryInput!) {
    commentOnBoundary(input: $input) {
      boundary {
        id
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

export const ResolveBoundaryComment = graphql(`
  mutation ResolveBoundaryComment($input: ResolveBoundaryCommentInput!) {
    resolveBoundaryComment(input: $input) {
      boundary {
        id
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
