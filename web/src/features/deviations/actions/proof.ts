import { millionths } from '~/lib/figure';
import type { EnumOf } from '~/lib/graphql';
import { back, firstOf, kindOf, type PeriodKind, periodOf, step } from '~/lib/period';
import type { Plan } from './plan';

/** What a period says of a criterion; `before` are those that it does not name. */
export type Standing = 'before' | 'met' | 'missed' | 'silent' | 'pending';

/** A figure of the KPI that a criterion names. */
export interface Measured {
  period: string;
  value: string | null;
  target: string | null;
  targetUpper: string | null;
  verdict: EnumOf<'Verdict'> | null;
  /** What it was when its period was assessed, where that is not what it is now. */
  restatedFrom: string | null;
}

export interface Proof {
  period: string;
  value: string | null;
  /** What the period has to reach, or stay below; nothing for a period that the criterion does not name, or without a target. */
  edge: string | null;
  standing: Standing;
}

/** How many periods before a criterion's own are shown beside them, at most. */
const BEFORE = 6;

/** The periods to look at: those of the criterion, and some before them, back to the deviation's own where that is as near. */
export function shownOf({ criterion: { periods } }: Pick<Plan, 'criterion'>, deviation: string | undefined): { last: string; count: number } {
  const [first = ''] = periods;
  const last = periods.at(-1) ?? '';
  const before = back(first, BEFORE + 1);
  const since = deviation && kindOf(deviation) === kindOf(first) ? before.indexOf(deviation) : -1;
  return { last, count: periods.length + (since > 0 ? since : BEFORE) };
}

/** Whether a figure meets a criterion; of a target, as the API says. */
function holds({ measure, value: edge }: Plan['criterion'], value: string, verdict: Measured['verdict']): boolean {
  if (measure === 'WITHIN_TARGET' || edge === null) return verdict === 'MET';
  const gap = millionths(value) - millionths(edge);
  return measure === 'AT_MOST' ? gap <= 0n : gap >= 0n;
}

/** What each period says of a plan's criterion, as it was frozen when the period was assessed. A period counts once it is. */
export function proofOf(plan: Pick<Plan, 'criterion' | 'state' | 'failedPeriod'>, figures: readonly Measured[], frozen: ReadonlySet<string>): Proof[] {
  const { criterion, state, failedPeriod } = plan;
  return figures.map((figure) => {
    const { period, verdict, target } = figure;
    const value = figure.restatedFrom ?? figure.value;
    if (!criterion.periods.includes(period)) return { period, value, edge: null, standing: 'before' };
    const edge = criterion.measure === 'WITHIN_TARGET' ? target : criterion.value;
    const judged = (): Standing => {
      if (state === 'SUCCEEDED') return 'met';
      if (period === failedPeriod) return value === null ? 'silent' : 'missed';
      if (!frozen.has(period)) return 'pending';
      if (value === null) return 'silent';
      return holds(criterion, value, verdict) ? 'met' : 'missed';
    };
    return { period, value, edge, standing: judged() };
  });
}

/** The periods that a criterion names: so many in a row, from the first that begins on a day or later. */
export function namedOf(kind: PeriodKind, after: string, count: number): string[] {
  const around = periodOf(kind, after);
  const named = [firstOf(around) < after ? step(around, 1) : around];
  while (named.length < count) named.push(step(named.at(-1) ?? around, 1));
  return named;
}
