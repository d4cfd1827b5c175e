import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { type Icon, IconAlertTriangle, IconArrowsExchange, IconCalendarEvent, IconChecklist, IconFileText, IconGavel, IconHandStop, IconLayoutGrid, IconMessageHeart, IconPlayerPause, IconScale, IconSignature, IconStairsUp, IconThumbUp } from '@tabler/icons-react';
import type { EnumOf } from '~/lib/graphql';

interface Kind {
  label: MessageDescriptor;
  icon: Icon;
  /** The page of an agreement on which it is answered. */
  path(subject: string): string;
}

const within = (page: string) => (subject: string) => `${page}/${subject}`;

/** What can wait for somebody, and where it is answered. */
export const kinds: Record<EnumOf<'InboxKind'>, Kind> = {
  SIGNATURE: { label: msg`Signature`, icon: IconSignature, path: () => 'agreement' },
  REVIEW: { label: msg`Review`, icon: IconAlertTriangle, path: within('deviations') },
  ACTION_CONSENT: { label: msg`Consent`, icon: IconThumbUp, path: within('actions') },
  TASK_ANSWER: { label: msg`Task to accept`, icon: IconHandStop, path: within('actions') },
  TASK: { label: msg`Task`, icon: IconChecklist, path: within('actions') },
  BOUNDARY_REVIEW: { label: msg`Boundary`, icon: IconLayoutGrid, path: within('boundaries') },
  CASE_OFFER: { label: msg`Offer`, icon: IconArrowsExchange, path: within('cases') },
  PAUSE_CONSENT: { label: msg`Pause`, icon: IconPlayerPause, path: within('cases') },
  DISPUTE: { label: msg`Dispute`, icon: IconScale, path: within('cases') },
  DECISION: { label: msg`Decision`, icon: IconGavel, path: within('decisions') },
  ACTION_ITEM: { label: msg`Action item`, icon: IconChecklist, path: () => 'meetings?tab=items' },
  MEETING: { label: msg`Meeting`, icon: IconCalendarEvent, path: within('meetings') },
  MINUTES: { label: msg`Minutes`, icon: IconFileText, path: within('meetings') },
  VOICE: { label: msg`Customer's voice`, icon: IconMessageHeart, path: within('voices') },
  ESCALATION: { label: msg`Escalation`, icon: IconStairsUp, path: within('escalations') },
};
