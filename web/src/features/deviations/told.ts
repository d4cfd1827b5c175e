import { useLingui } from '@lingui/react/macro';
import { figure, type Unit } from '~/lib/figure';
import { periodName } from '~/lib/period';
import type { Head } from './card';

interface Named {
  name: string;
}

/** Tells figures and whose they are. */
export function useTold() {
  const { t } = useLingui();
  const whose = (company: Named | null, service: Named | null) => [company?.name ?? t`All together`, ...(service ? [service.name] : [])].join(' · ');
  const kpi = (of: Named | null) => of?.name ?? t`A KPI that is measured no more`;
  return {
    /** Whose figure, such as `Castor Workplace · Network`. */
    whose,
    kpi,
    /** What tells a deviation from all others, such as `Cases resolved in time, Castor Workplace, February 2026`. */
    name: (one: Pick<Head, 'kpi' | 'company' | 'service' | 'period'>) => `${kpi(one.kpi)}, ${whose(one.company, one.service)}, ${periodName(one.period)}`,
    /** A figure beside its target; it never reads like one that it missed. */
    value: (value: string | null, unit: Unit | undefined, beside?: string | null) => (value === null ? t`no data` : unit ? figure(value, unit, beside) : value),
    target(target: { value: string; upper?: string | null } | null, unit: Unit | undefined) {
      if (!target) return t`none`;
      const told = (value: string) => (unit ? figure(value, unit) : value);
      return target.upper ? `${told(target.value)} – ${told(target.upper)}` : told(target.value);
    },
  };
}

/** What the figures of a deviation are counted in: the companies that met theirs are a share of all. */
export function unitOf({ kpi, company }: Pick<Head, 'kpi' | 'company'>): Unit | undefined {
  return company === null && kpi?.jointMethod === 'ALL_MUST' ? 'SHARE' : kpi?.unit;
}

/** The sign before a target: which way is better. */
export const sides: Record<NonNullable<Head['kpi']>['direction'], string> = { HIGHER: '≥', LOWER: '≤', BAND: '' };
