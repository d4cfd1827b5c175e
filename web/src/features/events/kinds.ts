import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

interface Noun {
  label: MessageDescriptor;
  /** What can happen to it, as the log calls it. */
  verbs: string[];
}

/** What the log of an agreement tells of: nouns, each with what can happen to it. */
export const nouns: Record<string, Noun> = {
  agreement: { label: msg`Agreement`, verbs: ['applied', 'proposed', 'withdrawn', 'signed', 'settled', 'ended'] },
  measurements: { label: msg`Measurements`, verbs: ['recorded'] },
  period: { label: msg`Period`, verbs: ['assessed'] },
  deviation: { label: msg`Deviation`, verbs: ['raised', 'reviewed', 'waived', 'escalated', 'restated', 'verifying', 'verified', 'cleared', 'reopened'] },
  action: { label: msg`Corrective action`, verbs: ['drafted', 'changed', 'proposed', 'consented', 'objected', 'started', 'verifying', 'succeeded', 'failed', 'withdrawn'] },
  task: { label: msg`Task`, verbs: ['accepted', 'declined', 'completed', 'overdue'] },
  boundary: { label: msg`Boundary`, verbs: ['drawn', 'redrawn', 'commented', 'comment_resolved', 'proposed', 'reviewed', 'objected', 'approved', 'withdrawn', 'retired'] },
  finding: { label: msg`Finding`, verbs: ['appeared', 'grew', 'changed', 'accepted', 'reopened', 'vanished'] },
  training: { label: msg`Training`, verbs: ['planned', 'completed', 'waived', 'reopened'] },
  case: {
    label: msg`Case`,
    verbs: ['opened', 'offered', 'accepted', 'refused', 'swarmed', 'responded', 'updated', 'reprioritised', 'specified', 'paused', 'pause_consented', 'pause_capped', 'resumed', 'due_soon', 'breached', 'acceptance_overdue', 'resolved', 'rated', 'recovering', 'recovery_overdue', 'reopened', 'closed', 'cancelled', 'disputed', 'decided', 'unclear'],
  },
  cases: { label: msg`Cases`, verbs: ['imported', 'measured'] },
  meeting: { label: msg`Meeting`, verbs: ['planned', 'called', 'moved', 'cancelled', 'started', 'attended', 'company_absent', 'without_quorum', 'agenda_followed', 'agenda_reordered', 'ended', 'held', 'missed'] },
  agenda_item: { label: msg`Matter of an agenda`, verbs: ['added', 'removed', 'deferred', 'escalated', 'settled'] },
  minutes: { label: msg`Minutes`, verbs: ['written', 'proposed', 'accepted', 'objected', 'approved'] },
  decision: { label: msg`Decision`, verbs: ['proposed', 'voiced', 'adopted', 'rejected', 'withdrawn', 'superseded', 'follow_up'] },
  item: { label: msg`Action item`, verbs: ['assigned', 'due_soon', 'overdue', 'completed', 'dropped'] },
  escalation: { label: msg`Escalation`, verbs: ['raised', 'acknowledged', 'answered', 'accepted', 'rejected', 'climbed', 'repeated', 'closed', 'withdrawn'] },
  voice: { label: msg`Customer's voice`, verbs: ['recorded', 'acknowledged', 'answered', 'overdue', 'closed'] },
  alignment: { label: msg`Alignment`, verbs: ['assessed'] },
  word: { label: msg`Word`, verbs: ['mapped', 'unmapped'] },
  webhook: { label: msg`Webhook`, verbs: ['added', 'changed', 'rotated', 'disabled', 'removed', 'sent_again'] },
  mail: { label: msg`Mail`, verbs: ['retried', 'dropped'] },
};

/** The kinds of events that a filter asks for: `deviation.raised`, or all of a noun such as `deviation`; all kinds for an empty one. */
export function kindsOf(filter: string): string[] | null {
  if (filter === '') return null;
  return nouns[filter]?.verbs.map((verb) => `${filter}.${verb}`) ?? [filter];
}

/** The noun and the verb of a kind, to be read. */
export function readable(kind: string): { noun: MessageDescriptor | string; verb: string } {
  const [noun = '', verb = ''] = kind.split('.');
  return { noun: nouns[noun]?.label ?? noun.replaceAll('_', ' '), verb: verb.replaceAll('_', ' ') };
}
