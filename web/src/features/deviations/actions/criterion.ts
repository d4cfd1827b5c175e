import { useLingui } from '@lingui/react/macro';
import { exactly } from '~/lib/figure';
import { periodName } from '~/lib/period';
import { useTold } from '../told';
import type { Plan } from './plan';
import { measures } from './words';

/** Tells what later periods have to measure, in a sentence. */
export function useCriterion() {
  const { t, i18n } = useLingui();
  const told = useTold();
  return ({ kpi, company, service, measure, value, periods }: Plan['criterion']): string => {
    const what = `${told.kpi(kpi)}, ${told.whose(company, service)}`;
    const edge = value === null ? i18n._(measures[measure]) : `${i18n._(measures[measure])} ${kpi ? exactly(value, kpi.unit) : value}`;
    const [first = ''] = periods;
    const last = periods.at(-1) ?? first;
    const when = periods.length === 1 ? periodName(first) : t`each of ${periods.length} periods, ${periodName(first)} to ${periodName(last)}`;
    return t`${what}: ${edge} in ${when}.`;
  };
}
