import { graphql } from './graphql';

/** What a rule that said no is asked to tell: every change asks for it. */
export const Refused = graphql(`
  fragment Refused on Refusal {
    code
    field
    message
  }
`);
