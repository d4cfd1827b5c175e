import { graphql, type ResultOf } from '~/lib/graphql';
import { wallClock } from '~/lib/time';

export const Calendar = graphql(`
  query Calendar($agreement: String!, $from: Instant!, $until: Instant!, $group: ID) {
    agreement(code: $agreement) {
      id
      zone
      groups {
        id
        name
      }
      meetings(first: 100, order: EARLIEST_FIRST, filter: { from: $from, until: $until, group: $group }) {
        nodes {
          id
          title
          startsAt
          endsAt
          zone
          state
          quorum
          occurrence
          sequence
          form
          where
          holidays {
            on
            name
            company {
              id
              name
            }
          }
          group {
            id
            name
          }
        }
      }
    }
  }
`);

/** A meeting of the calendar. */
export type Met = NonNullable<ResultOf<typeof Calendar>['agreement']>['meetings']['nodes'][number];

/** Meetings by the reader's own day, in their order. */
export function byDay(meetings: readonly Met[]): Map<string, Met[]> {
  const days = new Map<string, Met[]>();
  for (const meeting of meetings) {
    const day = wallClock(meeting.startsAt).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return days;
}
