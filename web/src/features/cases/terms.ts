import { graphql, type ResultOf } from '~/lib/graphql';

/** How cases are handled, all but the clocks. */
export const Handled = graphql(`
  fragment Handled on CaseHandling {
    calendar
    disputeWindow
    recovery
    priorities {
      code
      name
    }
    packages {
      code
      name
    }
    stages {
      code
      name
      phase
    }
    pauseReasons {
      code
      name
      against
      company {
        id
        name
      }
      cap
      consent
    }
  }
`);

/** A clock that the agreement starts. */
export const ClockAgreed = graphql(`
  fragment ClockAgreed on ClockRule {
    code
    measure
    company {
      id
      name
    }
    calendar
    target
  }
`);

/** What the pages of cases have to know of the agreement: its words and who is in it. */
export const Terms = graphql(
  `
    query CaseTerms($agreement: String!) {
      agreement(code: $agreement) {
        id
        zone
        teams {
          id
          code
          name
          kind
          line
          skills
          pledges {
            company {
              id
              name
            }
          }
          members {
            person {
              id
              name
            }
            company {
              id
            }
          }
        }
        services {
          id
          code
          name
          parent {
            id
          }
        }
        parties {
          company {
            id
            name
            kind
          }
        }
        calendars {
          code
          name
          zone
        }
        caseHandling {
          ...Handled
          clocks {
            ...ClockAgreed
          }
        }
      }
    }
  `,
  [Handled, ClockAgreed],
);

/** The terms under which cases are handled. */
export type Agreed = NonNullable<ResultOf<typeof Terms>['agreement']>;
export type Handling = NonNullable<Agreed['caseHandling']>;
