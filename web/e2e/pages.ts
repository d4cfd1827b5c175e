import type { Sitting } from './house';

/** A page that is looked at: light and dark, wide and narrow, by somebody who may see it. */
export interface Looked {
  /** The name of its pictures. */
  name: string;
  as: string;
  /** Where it is; where an id is needed, it is asked for. */
  path: string | ((sitting: Sitting) => Promise<string>);
}

export const AGREEMENT = 'arnau-workplace';
export const COORDINATOR = 'clara.weiss@castor.example';
export const SME = 'mira.holm@nordlicht.example';
export const AGENT = 'lea.brandt@meridian.example';
export const STEWARD = 'irene.vogt@meridian.example';
export const OPERATOR = 'ida.lorenz@meridian.example';
export const CUSTOMER = 'greta.moser@arnau.example';

/** A page of the demo's agreement. */
export const within = (path: string) => `/agreements/${AGREEMENT}/${path}`;

/** The path of a page of the first noun that a query finds, such as `deviations(first: 1) { nodes { id } }`. */
export const firstOf = (page: string, list: string, query: string) => async (sitting: Sitting) => {
  const { agreement } = await sitting.ask(`{ agreement(code: "${AGREEMENT}") { ${query} } }`);
  return within(`${page}/${agreement[list].nodes[0].id}`);
};

export const pages: Looked[] = [
  { name: 'home', as: COORDINATOR, path: '/' },
  { name: 'scorecard', as: COORDINATOR, path: within('scorecard') },
  { name: 'scorecard-running', as: STEWARD, path: within('scorecard?period=2026-03') },
  { name: 'scorecard-parts', as: SME, path: within('scorecard?by=both&period=2025-11') },
  { name: 'scorecard-over-time', as: COORDINATOR, path: within('scorecard?by=time') },
  { name: 'kpi-definition', as: COORDINATOR, path: within('scorecard?about=sla-met') },
  { name: 'kpi', as: COORDINATOR, path: within('scorecard/sla-met?period=2026-02&company=castor') },
  { name: 'kpi-silent', as: SME, path: within('scorecard/hand-over-minutes-p50?period=2025-11&company=halden') },
  { name: 'kpi-concealed', as: SME, path: within('scorecard/visit-costs') },
];
