import { graphql } from '~/lib/graphql';

/** What it takes to draw a calendar. */
export const HoursOf = graphql(`
  fragment HoursOf on Calendar {
    code
    name
    zone
    always
    hours {
      day
      intervals
    }
    exceptions {
      date
      intervals
    }
    holidays {
      date
      name
    }
  }
`);
