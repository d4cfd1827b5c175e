import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

export type DeviationState = EnumOf<'DeviationState'>;
export type ReviewVerdict = EnumOf<'ReviewVerdict'>;

/** Where a deviation stands, in the order in which it goes on. */
export const states: Record<DeviationState, Word & { hint: MessageDescriptor }> = {
  OPEN: { label: msg`Open`, tone: 'bad', hint: msg`Waits for the group's verdict.` },
  REVIEWED: { label: msg`Reviewed`, tone: 'warn', hint: msg`Has a verdict; nothing has started yet.` },
  ACTING: { label: msg`Acting`, tone: 'busy', hint: msg`Companies are at work on it.` },
  VERIFYING: { label: msg`Verifying`, tone: 'busy', hint: msg`The work is done; later periods have to prove it.` },
  CLOSED: { label: msg`Closed`, tone: 'good', hint: msg`Settled by data, or waived.` },
};

export const order = Object.keys(states) as DeviationState[];

export const kinds: Record<EnumOf<'DeviationKind'>, Word> = {
  MISSED: { label: msg`Missed`, tone: 'bad' },
  NO_DATA: { label: msg`No data`, tone: 'quiet' },
  AT_RISK: { label: msg`At risk`, tone: 'warn' },
};

export const verdicts: Record<ReviewVerdict, Word> = {
  ACCEPT: { label: msg`Accepted`, tone: 'busy' },
  WAIVE: { label: msg`Waived`, tone: 'quiet' },
  DISPUTE: { label: msg`Disputed`, tone: 'warn' },
};

export const closings: Record<EnumOf<'ClosingReason'>, Word> = {
  VERIFIED: { label: msg`Verified`, tone: 'good' },
  WAIVED: { label: msg`Waived`, tone: 'quiet' },
  CLEARED: { label: msg`Cleared`, tone: 'good' },
};

/** How a figure stands to its target; what nobody reported is no green. */
export const figureVerdicts: Record<EnumOf<'Verdict'>, Word> = {
  MET: { label: msg`Met`, tone: 'good' },
  MISSED: { label: msg`Missed`, tone: 'bad' },
  NO_DATA: { label: msg`No data`, tone: 'quiet' },
};

/** Why a figure is not shown. */
export const withheld: Record<EnumOf<'Withheld'>, MessageDescriptor> = {
  OTHERS: msg`Another company's own`,
  TOO_FEW_COMPANIES: msg`Joint only: fewer than three companies`,
  SHORT_PERIOD: msg`Joint figures of this KPI are told by the month`,
};
