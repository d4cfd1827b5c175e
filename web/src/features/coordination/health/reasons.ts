import { millionths } from '~/lib/figure';
import type { CompanyHealth } from './query';

/** Why health warns; the limits are those of the server (docs/common-ground.md). */
type Reason = { kind: 'low' } | { kind: 'fell' } | { kind: 'sign'; sign: CompanyHealth['signs'][number]['sign'] };

const low = millionths('0.75');
const fall = millionths('-0.1');
const weak = millionths('0.5');

/** Whether a sign alone is reason enough to look closer. */
export const isWeak = (value: string | null): boolean => value !== null && millionths(value) < weak;

/** Why a company's health is to be looked at. */
export function reasonsOf({ value, change, signs }: Pick<CompanyHealth, 'value' | 'change' | 'signs'>): Reason[] {
  return [
    ...(value !== null && millionths(value) < low ? [{ kind: 'low' as const }] : []),
    ...(change !== null && millionths(change) <= fall ? [{ kind: 'fell' as const }] : []),
    ...signs.filter((sign) => isWeak(sign.value)).map(({ sign }) => ({ kind: 'sign' as const, sign })),
  ];
}
