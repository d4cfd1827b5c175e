import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import {
  type Icon,
  IconAlertTriangle,
  IconBell,
  IconChartGridDots,
  IconFileText,
  IconFolders,
  IconHistory,
  IconLayoutGrid,
  IconMessageHeart,
  IconStairsUp,
  IconUsersGroup,
  IconUsers,
} from '@tabler/icons-react';

/** A page of an agreement that stands in the navigation and the command palette. */
interface Place {
  path: string;
  label: MessageDescriptor;
  hint: MessageDescriptor;
  icon: Icon;
}

export const places: Place[] = [
  { path: 'scorecard', label: msg`Scorecard`, hint: msg`How the companies and the whole are doing`, icon: IconChartGridDots },
  { path: 'deviations', label: msg`Deviations`, hint: msg`What missed its target, and what is done about it`, icon: IconAlertTriangle },
  { path: 'boundaries', label: msg`Boundaries`, hint: msg`Where one company's job ends and the next one's begins`, icon: IconLayoutGrid },
  { path: 'cases', label: msg`Cases`, hint: msg`Queues by the time that is left`, icon: IconFolders },
  { path: 'meetings', label: msg`Meetings`, hint: msg`Agendas, decisions, action items`, icon: IconUsersGroup },
  { path: 'escalations', label: msg`Escalations`, hint: msg`What climbed, who has it, until when`, icon: IconStairsUp },
  { path: 'voices', label: msg`Customer's voice`, hint: msg`Preferences and areas for improvement`, icon: IconMessageHeart },
  { path: 'teams', label: msg`Teams`, hint: msg`Who is on duty when, and staffing`, icon: IconUsers },
  { path: 'agreement', label: msg`Agreement`, hint: msg`Parties, signatures, versions, commitments`, icon: IconFileText },
  { path: 'notifications', label: msg`Notifications`, hint: msg`Webhooks and mails`, icon: IconBell },
  { path: 'events', label: msg`Audit log`, hint: msg`Who changed what`, icon: IconHistory },
];
