import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { exactly } from '~/lib/figure';
import type { Cell } from './standing';

/** What is promised, in words, such as `at least 93%`. */
export function targetOf({ target, targetUpper, unit, kpi }: Pick<Cell, 'target' | 'targetUpper' | 'unit' | 'kpi'>): MessageDescriptor | undefined {
  if (target === null) return undefined;
  const edge = exactly(target, unit ?? kpi.unit);
  const upper = targetUpper && exactly(targetUpper, unit ?? kpi.unit);
  if (kpi.direction === 'BAND' && upper) return msg`${edge} to ${upper}`;
  return kpi.direction === 'LOWER' ? msg`at most ${edge}` : msg`at least ${edge}`;
}
