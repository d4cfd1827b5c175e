import { graphql, type ResultOf } from '~/lib/graphql';

const Clocks = graphql(`
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

const Ledger = graphql(`
  fragment CaseLedgers on Case {
    ledger {
      total
      parts {
        kind
        company {
          id
          name
        }
        holder {
          id
          name
        }
        reason
        time
        seconds
      }
      segments {
        from
        until
        part {
          kind
          company {
            id
            name
          }
          reason
          time
        }
        swarm {
          company {
            id
            name
          }
          weight
        }
        dispute
      }
      breach {
        company {
          id
          name
        }
        charged
        budget
        overrun
        share
      }
    }
  }
`);

const Log = graphql(`
  fragment CaseLog on Case {
    custody {
      from
      until
      holder {
        team {
          id
          name
        }
        company {
          id
          name
        }
      }
      offer {
        at
        to {
          team {
            id
            name
          }
          company {
            id
            name
          }
        }
      }
    }
    timeline {
      number
      at
      kind
      person {
        id
        name
      }
      company {
        id
        name
      }
      source
      detail
    }
  }
`);

const Judged = graphql(`
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

const CaseStory = graphql(
  `
    fragment CaseStory on Case {
      id
      revision
      reference
      source
      kind
      title
      phase
      stage
      priority
      package
      redFlag
      settled
      openedAt
      resolvedAt
      closedAt
      cancelledAt
      reopens
      handOvers
      pingPong
      offeredOutside
      helpedOutside
      line
      service {
        id
        name
      }
      customer {
        id
        name
      }
      needs {
        region
        language
        product
        skills
      }
      holder {
        team {
          id
          name
        }
        company {
          id
          name
        }
      }
      offer {
        at
        to {
          team {
            id
            name
          }
          company {
            id
            name
          }
        }
        from {
          team {
            id
            name
          }
          company {
            id
            name
          }
        }
      }
      ...CaseClocks
      ...CaseLedgers
      ...CaseLog
      ...CaseJudged
    }
  `,
  [Clocks, Ledger, Log, Judged],
);

export const CaseById = graphql(
  `
    query CaseById($id: ID!) {
      node(id: $id) {
        ... on Case {
          ...CaseStory
        }
      }
    }
  `,
  [CaseStory],
);

/** All that is told of a case. */
export type Story = ResultOf<typeof CaseStory>;
export type Clock = Story['clocks'][number];
export type Part = Story['ledger']['parts'][number];
export type Event = Story['timeline'][number];
