import { graphql, type ResultOf } from '~/lib/graphql';

/** A decision with the voice of each company. */
export const DecisionCard = graphql(`
  fragment DecisionCard on GroupDecision {
    id
    title
    text
    state
    revision
    meetingId
    agendaItemId
    effectiveOn
    followUpOn
    createdAt
    decidedAt
    group {
      id
      name
    }
    proposed {
      at
      company {
        id
        name
      }
      person {
        id
        name
      }
    }
    voices {
      word
      reason
      inMeeting
      company {
        id
        name
      }
      by {
        at
        person {
          id
          name
        }
      }
    }
  }
`);

export type DecisionShown = ResultOf<typeof DecisionCard>;
