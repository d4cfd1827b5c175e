import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Tone } from '~/ui/Mark';

/** What each score of an assessment means, from 0 to 4 (docs/common-ground.md). */
export const scores: { label: MessageDescriptor; tone: Tone }[] = [
  { label: msg`not aligned`, tone: 'bad' },
  { label: msg`known and talked of`, tone: 'warn' },
  { label: msg`in part, with a plan`, tone: 'warn' },
  { label: msg`for the most part`, tone: 'good' },
  { label: msg`fully, shown by evidence`, tone: 'good' },
];
