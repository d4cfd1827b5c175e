import { graphql, type ResultOf } from '~/lib/graphql';

/** The clocks of a case, and how each came to stand where it does. */
export const Clocks = graphql(`
  fragment CaseClocks on Case {
    clocks {
      name
      measure
      company {
        id
        name
      }
      commitment {
        id
        text
      }
      calendar
      startedAt
      stoppedAt
      state
      target
      elapsed
      left
      dueAt
      dueSoonAt
      breachedAt
      explanation {
        from
        until
        reason
        pause
        target
        versionSince
      }
    }
  }
`);

export type Clock = ResultOf<typeof Clocks>['clocks'][number];
