import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

export const kinds: Record<EnumOf<'VoiceKind'>, MessageDescriptor> = {
  PREFERENCE: msg`Preference`,
  IMPROVEMENT: msg`Area for improvement`,
};

export const states: Record<EnumOf<'VoiceState'>, Word> = {
  WAITING: { label: msg`Waits for answers`, tone: 'busy' },
  OVERDUE: { label: msg`Overdue`, tone: 'bad' },
  HEARD: { label: msg`Heard by all`, tone: 'warn' },
  CLOSED: { label: msg`Customer was told`, tone: 'good' },
};

export const voiceWords: Record<EnumOf<'VoiceWord'>, Word> = {
  ACKNOWLEDGED: { label: msg`Acknowledged`, tone: 'busy' },
  ANSWERED: { label: msg`Answered`, tone: 'good' },
};

export const standings: Record<EnumOf<'VoiceStanding'>, Word> = {
  RECEIVED: { label: msg`Received`, tone: 'quiet' },
  IN_WORK: { label: msg`In work`, tone: 'busy' },
  ANSWERED: { label: msg`Answered`, tone: 'good' },
};
