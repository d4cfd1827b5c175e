import { graphql, type ResultOf } from '~/lib/graphql';
import { DecisionCard } from '../decisions/card';
import { ItemCard } from '../items/card';

/** Everything at the table of a meeting. */
export const MeetingRead = graphql(`
  query MeetingRead($id: ID!, $agreement: String!) {
    node(id: $id) {
      ... on Meeting {
        id
        title
        template
        sections
        startsAt
        endsAt
        zone
        form
        where
        cadence
        occurrence
        sequence
        state
        quorum
        cancellationReason
        revision
        holidays {
          on
          name
          company {
            id
            name
          }
          person {
            id
            name
          }
        }
        started {
          at
          person {
            id
            name
          }
        }
        ended {
          at
          person {
            id
            name
          }
        }
        group {
          id
          name
          rule
          quorum
          nextMeeting {
            id
            title
            startsAt
          }
          members {
            level
            role
            since
            until
            person {
              id
              name
              isViewer
            }
            deputy {
              id
              name
              isViewer
            }
            company {
              id
              name
            }
          }
        }
        attendance {
          presence
          deputy
          company {
            id
            name
          }
          member {
            id
            name
          }
          person {
            id
            name
          }
        }
        turnout {
          came
          missingLevels
          company {
            id
            name
          }
        }
        decisions {
          ...DecisionCard
        }
        minutes {
          text
          state
          written {
            at
            person {
              id
              name
            }
            company {
              id
              name
            }
          }
          words {
            approves
            reason
            by {
              at
              person {
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
      }
    }
    agreement(code: $agreement) {
      id
      parties {
        company {
          id
          name
          kind
        }
      }
      actionItems(first: 100, filter: { meeting: $id }) {
        nodes {
          ...ItemCard
        }
      }
      meetings(first: 20, order: EARLIEST_FIRST, filter: { state: [PLANNED] }) {
        nodes {
          id
          title
          startsAt
        }
      }
      meetingPack(meeting: $id) {
        item {
          id
          section
          title
          kind
          aboutId
          outcome
          outcomeText
          outcomeId
          revision
          deferredFromId
          owner {
            id
            name
          }
          ownerPerson {
            id
            name
          }
          settled {
            at
            person {
              id
              name
            }
          }
        }
        then {
          state
          since
          due
          figures
        }
        now {
          state
          since
          due
          figures
        }
      }
    }
  }
`, [DecisionCard, ItemCard]);

type Read = ResultOf<typeof MeetingRead>;

/** A meeting as its page shows it. */
export type Meeting = Extract<NonNullable<Read['node']>, { startsAt: string }>;
/** What the agreement has beside it. */
export type Beside = NonNullable<Read['agreement']>;
/** A matter with what was known of it when the meeting began, and what is known now. */
export type Matter = Beside['meetingPack'][number];
/** A matter as it stood. */
export type Snapshot = NonNullable<Matter['then']>;
export type Member = NonNullable<Meeting['group']>['members'][number];
