import { graphql } from '~/lib/graphql';

/** What is said of a case and its time: pauses, ratings, recoveries, disputes and escalations. */
export const Judged = graphql(`
  fragment CaseJudged on Case {
    pauses {
      from
      until
      reason
      against
      company {
        id
        name
      }
      needsConsent
      consentedAt
      counts
    }
    ratings {
      at
      points
      words
      positive
    }
    recoveries {
      openedAt
      company {
        id
        name
      }
      owner {
        id
        name
      }
      dueAt
      turnedAt
    }
    disputes {
      number
      company {
        id
        name
      }
      at
      from
      until
      reason
      state
      decidedAt
      decision
      movedTo {
        id
        name
      }
    }
    escalations(first: 10) {
      id
      title
      state
      deadline
    }
  }
`);
