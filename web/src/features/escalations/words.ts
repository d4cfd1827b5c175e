import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

export const states: Record<EnumOf<'EscalationState'>, Word> = {
  OPEN: { label: msg`Open`, tone: 'bad' },
  ANSWERED: { label: msg`Answered`, tone: 'busy' },
  CLOSED: { label: msg`Closed`, tone: 'good' },
  WITHDRAWN: { label: msg`Withdrawn`, tone: 'quiet' },
};

export const customerStates: Record<EnumOf<'CustomerEscalationState'>, Word> = {
  WAITING: { label: msg`Waits for an answer`, tone: 'warn' },
  ACKNOWLEDGED: { label: msg`Seen`, tone: 'busy' },
  ANSWERED: { label: msg`Answered`, tone: 'busy' },
  CLOSED: { label: msg`Closed`, tone: 'good' },
  WITHDRAWN: { label: msg`Taken back`, tone: 'quiet' },
};

export const climbReasons: Record<EnumOf<'EscalationClimbReason'>, MessageDescriptor> = {
  RAISED: msg`It was raised`,
  UNANSWERED: msg`The time went by without an answer`,
  REJECTED: msg`The answer was rejected`,
  SILENT: msg`Whoever raised it said nothing to the answer`,
  UNCLOSED: msg`It was answered, and not closed in time`,
};

export const subjects: Record<EnumOf<'EscalationSubject'>, MessageDescriptor> = {
  CASE: msg`A case`,
  ACTION: msg`A corrective action`,
  TASK: msg`A task`,
  ACTION_ITEM: msg`An action item`,
  MEETING_ITEM: msg`A matter of a meeting`,
  FREE: msg`What the title says`,
};

/** Facts that are handed over, by the names that the server gives them; others keep their name. */
export const facts: Record<string, MessageDescriptor> = {
  priority: msg`Priority`,
  holder: msg`Held by`,
  was_due_at: msg`Was due`,
  item: msg`Action item`,
  task: msg`Task`,
  action: msg`Corrective action`,
  period: msg`Period`,
  value: msg`Value`,
  reference: msg`Case`,
};
