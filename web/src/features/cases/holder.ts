import { graphql } from '~/lib/graphql';

/** A team that holds a case, or is offered it, and the company in whose name. */
export const Holder = graphql(`
  fragment Holder on CaseHolder {
    team {
      id
      name
    }
    company {
      id
      name
    }
  }
`);

/** A hand-over that waits for an answer. */
export const Offer = graphql(
  `
    fragment Offer on CaseOffer {
      at
      to {
        ...Holder
      }
    }
  `,
  [Holder],
);
