import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

interface Explained {
  label: MessageDescriptor;
  hint?: MessageDescriptor;
}

export type Dimension = EnumOf<'BoundaryDimension'>;
type FindingKind = EnumOf<'FindingKind'>;

/** Where a boundary stands. */
export const states: Record<EnumOf<'BoundaryState'>, Word> = {
  DRAFT: { label: msg`Draft`, tone: 'quiet' },
  PROPOSED: { label: msg`Being agreed on`, tone: 'busy' },
  APPROVED: { label: msg`Approved`, tone: 'good' },
  ENDED: { label: msg`Ended`, tone: 'quiet' },
  WITHDRAWN: { label: msg`Given up`, tone: 'quiet' },
};

/** What a company is for an element; the letter is the one of a responsibility matrix. */
export const responsibilities: Record<EnumOf<'BoundaryResponsibility'>, Explained & { letter: string }> = {
  ACCOUNTABLE: { letter: 'A', label: msg`Accountable`, hint: msg`Answers for the outcome; there is one such company for everything that is demanded.` },
  RESPONSIBLE: { letter: 'R', label: msg`Responsible`, hint: msg`Does the work.` },
  CONSULTED: { letter: 'C', label: msg`Consulted`, hint: msg`Is asked before something is done.` },
  INFORMED: { letter: 'I', label: msg`Informed`, hint: msg`Is told of what was done.` },
};

/** What a boundary can be limited by. */
export const dimensions: Record<Dimension, Explained> = {
  HOURS: { label: msg`Hours`, hint: msg`When work is done.` },
  REGION: { label: msg`Region`, hint: msg`Where the customer is.` },
  LANGUAGE: { label: msg`Language`, hint: msg`What the customer speaks.` },
  PRODUCT: { label: msg`Product`, hint: msg`What it is about.` },
  SKILL: { label: msg`Skill`, hint: msg`What has to be known.` },
  CONCURRENT: { label: msg`Cases at once`, hint: msg`How many cases are worked on at the same time.` },
  VOLUME: { label: msg`Cases in a period`, hint: msg`How many cases are taken in each period.` },
  RESPONSE: { label: msg`Response`, hint: msg`How soon there is a first response.` },
};

/** What can be wrong with the boundaries of an element. */
export const findingKinds: Record<FindingKind, Word & { hint: MessageDescriptor }> = {
  GAP: { label: msg`Gap`, tone: 'bad', hint: msg`It is demanded, and nobody who works on it covers it.` },
  OVERLAP: { label: msg`Overlap`, tone: 'warn', hint: msg`More than one company is accountable for it at once.` },
  SHORTFALL: { label: msg`Shortfall`, tone: 'bad', hint: msg`More is demanded, or comes, than is committed.` },
  DEAD_END: { label: msg`Dead end`, tone: 'bad', hint: msg`Beyond a limit nobody takes over, or whoever should does not cover it.` },
  CIRCLE: { label: msg`Circle`, tone: 'warn', hint: msg`Take-over comes back to where it began.` },
  BROKEN: { label: msg`Broken`, tone: 'bad', hint: msg`It names a team, calendar or company that the terms in force do not know.` },
};

/** What became of a finding. */
export const findingStates: Record<EnumOf<'FindingState'>, Word> = {
  OPEN: { label: msg`Open`, tone: 'bad' },
  ACCEPTED: { label: msg`Accepted`, tone: 'quiet' },
  VANISHED: { label: msg`Vanished`, tone: 'good' },
};

/** Where somebody stands with a training. */
export const standings: Record<EnumOf<'TrainingState'>, Word> = {
  TRAINED: { label: msg`Trained`, tone: 'good' },
  EXPIRED: { label: msg`Expired`, tone: 'bad' },
  WAIVED: { label: msg`Let off`, tone: 'warn' },
  UNTRAINED: { label: msg`Not trained`, tone: 'bad' },
};

/** The periods of a volume. */
export const periods: Record<EnumOf<'PeriodKind'>, MessageDescriptor> = {
  DAY: msg`day`,
  WEEK: msg`week`,
  MONTH: msg`month`,
  QUARTER: msg`quarter`,
  YEAR: msg`year`,
};
