import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { exactly } from '~/lib/figure';
import { lastOf } from '~/lib/period';
import type { Cell } from './standing';

/** What is promised, in words, such as `at least 93%`. */
export function targetOf({ target, targetUpper, unit, kpi }: Pick<Cell, 'target' | 'targetUpper' | 'unit' | 'kpi'>): MessageDescriptor | undefined {
  if (target === null) return undefined;
  const edge = exactly(target, unit ?? kpi.unit);
  const upper = targetUpper && exactly(targetUpper, unit ?? kpi.unit);
  if (kpi.direction === 'BAND' && upper) return msg`${edge} to ${upper}`;
  return kpi.direction === 'LOWER' ? msg`at most ${edge}` : msg`at least ${edge}`;
}

interface Promised {
  company: { id: string } | null;
  service: { id: string } | null;
  value: string;
  warning: string | null;
  validFrom: string;
}

/**
 * From which level on a cell's figure warns: that of the promise by which the server judged it, the most specific and latest one with
 * the cell's target.
 */
export function warningOf(cell: Pick<Cell, 'company' | 'service' | 'target' | 'period'>, targets: readonly Promised[]): string | undefined {
  const end = lastOf(cell.period);
  const special = ({ company, service }: Promised) => Number(Boolean(company)) * 2 + Number(Boolean(service));
  const fits = targets.filter(
    ({ company, service, value, validFrom }) =>
      (!company || company.id === cell.company?.id) && (!service || service.id === cell.service?.id) && value === cell.target && validFrom <= end,
  );
  const [counts] = fits.sort((one, other) => special(other) - special(one) || other.validFrom.localeCompare(one.validFrom));
  return counts?.warning ?? undefined;
}
