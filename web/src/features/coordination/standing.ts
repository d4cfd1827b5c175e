import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { type Icon, IconCalendarCheck, IconCalendarEvent, IconCalendarOff, IconCalendarShare, IconCalendarX, IconPlayerPlay, IconUsersMinus } from '@tabler/icons-react';
import type { EnumOf } from '~/lib/graphql';
import { wallClock } from '~/lib/time';
import type { Tone } from '~/ui/Mark';

/** How a meeting is told apart from others at a glance. */
export type Standing = 'planned' | 'moved' | 'running' | 'held' | 'inquorate' | 'missed' | 'cancelled';

interface Met {
  state: EnumOf<'MeetingState'>;
  quorum: boolean | null;
  startsAt: string;
  zone: string;
  occurrence: string | null;
  sequence: number;
}

/** Whether a meeting takes place at another time than its cadence, or whoever called it, said first. */
export function wasMoved({ occurrence, startsAt, zone, sequence }: Omit<Met, 'state' | 'quorum'>): boolean {
  return occurrence === null ? sequence > 0 : occurrence.slice(0, 16) !== wallClock(startsAt, zone);
}

/** Where a meeting stands, in one word. */
export function standingOf(meeting: Met): Standing {
  switch (meeting.state) {
    case 'PLANNED':
      return wasMoved(meeting) ? 'moved' : 'planned';
    case 'RUNNING':
      return 'running';
    case 'HELD':
      return meeting.quorum === false ? 'inquorate' : 'held';
    case 'MISSED':
      return 'missed';
    case 'CANCELLED':
      return 'cancelled';
  }
}

export const standings: Record<Standing, { label: MessageDescriptor; tone: Tone; icon: Icon }> = {
  planned: { label: msg`Planned`, tone: 'busy', icon: IconCalendarEvent },
  moved: { label: msg`Moved`, tone: 'busy', icon: IconCalendarShare },
  running: { label: msg`Under way`, tone: 'warn', icon: IconPlayerPlay },
  held: { label: msg`Held`, tone: 'good', icon: IconCalendarCheck },
  inquorate: { label: msg`No quorum`, tone: 'warn', icon: IconUsersMinus },
  missed: { label: msg`Missed`, tone: 'bad', icon: IconCalendarX },
  cancelled: { label: msg`Cancelled`, tone: 'quiet', icon: IconCalendarOff },
};
