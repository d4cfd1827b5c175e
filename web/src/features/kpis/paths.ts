import type { Cell } from './standing';

/** The path of the series behind a cell, within its agreement; `service` is the one that is looked at, if it is one only. */
export function seriesPath({ kpi, company, service, period }: Pick<Cell, 'kpi' | 'company' | 'service' | 'period'>, looked: string): string {
  const asked = new URLSearchParams({ period });
  const of = service?.code ?? looked;
  if (company) asked.set('company', company.code);
  if (of) asked.set('service', of);
  return `scorecard/${encodeURIComponent(kpi.code)}?${asked}`;
}
