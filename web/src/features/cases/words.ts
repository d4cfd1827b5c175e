import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

export const phases: Record<EnumOf<'CasePhase'>, Word> = {
  OPEN: { label: msg`Open`, tone: 'busy' },
  PAUSED: { label: msg`Paused`, tone: 'quiet' },
  RESOLVED: { label: msg`Resolved`, tone: 'good' },
  CLOSED: { label: msg`Closed`, tone: 'quiet' },
};

export const caseKinds: Record<EnumOf<'CaseKind'>, MessageDescriptor> = {
  INCIDENT: msg`Incident`,
  REQUEST: msg`Request`,
  COMPLAINT: msg`Complaint`,
};

export const measures: Record<EnumOf<'ClockMeasure'>, MessageDescriptor> = {
  RESPONSE: msg`First response`,
  RESOLUTION: msg`Resolution`,
  NEXT_UPDATE: msg`Next update`,
  ANSWER: msg`Answer to the complaint`,
};

export const clockStates: Record<EnumOf<'ClockState'>, Word> = {
  RUNNING: { label: msg`Running`, tone: 'busy' },
  PAUSED: { label: msg`Stands still`, tone: 'quiet' },
  MET: { label: msg`Kept`, tone: 'good' },
  BREACHED: { label: msg`Missed`, tone: 'bad' },
  CANCELLED: { label: msg`Does not apply any more`, tone: 'quiet' },
};

export const clockReasons: Record<EnumOf<'ClockReason'>, MessageDescriptor> = {
  VERSION: msg`Version of the agreement`,
  TARGET: msg`Target`,
  OPEN: msg`Open: it counts`,
  CLOSED: msg`Closed: it stands still`,
  PAUSED: msg`Paused: it stands still`,
  ELSEWHERE: msg`Others had it: it stands still`,
  RESOLVED: msg`Resolved: it stands still`,
};

export const ledgerKinds: Record<EnumOf<'LedgerKind'>, MessageDescriptor> = {
  CUSTODY: msg`In its hands`,
  HAND_OVER_WAIT: msg`Waited for a hand-over`,
  PAUSE: msg`Paused`,
  MISMATCH: msg`Holder closed while the customer was open`,
  UNATTRIBUTED: msg`Nobody’s: the log does not say`,
};

export const claims: Record<EnumOf<'PauseClaim'>, MessageDescriptor> = {
  CUSTOMER: msg`the customer`,
  COMPANY: msg`a company`,
  OUTSIDER: msg`somebody outside the agreement`,
};

export const disputeStates: Record<EnumOf<'CaseDisputeState'>, Word> = {
  OPEN: { label: msg`Waits for a decision`, tone: 'warn' },
  UPHELD: { label: msg`Upheld`, tone: 'good' },
  DISMISSED: { label: msg`Dismissed`, tone: 'quiet' },
};

export const disputedTimes: Record<EnumOf<'DisputedTime'>, MessageDescriptor> = {
  STAYS: msg`It stays where it is`,
  COMPANY: msg`It goes to a company`,
  PAUSE: msg`It is the customer’s or an outsider’s: a pause`,
  NOBODY: msg`It is nobody’s: a gap of the agreement`,
};

/** What happened, by the words of canonical case logs; a word that is new is shown as it is. */
export const eventKinds: Partial<Record<string, MessageDescriptor>> = {
  opened: msg`Taken in`,
  offered: msg`Offered`,
  accepted: msg`Taken on`,
  refused: msg`Refused`,
  swarmed: msg`Held together`,
  paused: msg`Paused`,
  pause_consented: msg`Pause consented to`,
  resumed: msg`Resumed`,
  responded: msg`First response`,
  updated: msg`Update`,
  resolved: msg`Resolved`,
  cancelled: msg`Withdrawn`,
  closed: msg`Closed`,
  reopened: msg`Opened again`,
  reprioritised: msg`Another priority`,
  specified: msg`Needs became clear`,
  rated: msg`Rated`,
  recovering: msg`Recovery taken on`,
  disputed: msg`Time disputed`,
  decided: msg`Dispute decided`,
  unclear: msg`Unclear who had it`,
};
