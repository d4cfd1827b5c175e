import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

export const actionStates: Record<EnumOf<'CorrectiveActionState'>, Word> = {
  DRAFT: { label: msg`Draft`, tone: 'quiet' },
  PROPOSED: { label: msg`Proposed`, tone: 'warn' },
  ACTING: { label: msg`Under way`, tone: 'busy' },
  VERIFYING: { label: msg`Verifying`, tone: 'busy' },
  SUCCEEDED: { label: msg`It worked`, tone: 'good' },
  FAILED: { label: msg`It did not work`, tone: 'bad' },
  WITHDRAWN: { label: msg`Withdrawn`, tone: 'quiet' },
};

export const taskStates: Record<EnumOf<'TaskState'>, Word> = {
  PROPOSED: { label: msg`Not answered`, tone: 'warn' },
  ACCEPTED: { label: msg`Accepted`, tone: 'busy' },
  DECLINED: { label: msg`Declined`, tone: 'bad' },
  DONE: { label: msg`Done`, tone: 'good' },
};

export const consentWords: Record<EnumOf<'ConsentWord'>, Word> = {
  OPEN: { label: msg`Not answered`, tone: 'warn' },
  CONSENTS: { label: msg`Consents`, tone: 'good' },
  OBJECTS: { label: msg`Objects`, tone: 'bad' },
};

export const measures: Record<EnumOf<'CriterionMeasure'>, MessageDescriptor> = {
  AT_MOST: msg`at most`,
  AT_LEAST: msg`at least`,
  WITHIN_TARGET: msg`within the target`,
};

export const lengths: Record<EnumOf<'PeriodKind'>, MessageDescriptor> = {
  DAY: msg`Day`,
  WEEK: msg`Week`,
  MONTH: msg`Month`,
  QUARTER: msg`Quarter`,
  YEAR: msg`Year`,
};
