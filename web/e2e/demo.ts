/** The demo's agreement, and who works in it. */
export const AGREEMENT = 'arnau-workplace';
export const COORDINATOR = 'clara.weiss@castor.example';
export const SME = 'mira.holm@nordlicht.example';
export const AGENT = 'lea.brandt@meridian.example';
export const STEWARD = 'irene.vogt@meridian.example';
export const OPERATOR = 'ida.lorenz@meridian.example';
export const CUSTOMER = 'greta.moser@arnau.example';

/** A page of the demo's agreement. */
export const within = (path: string) => `/agreements/${AGREEMENT}/${path}`;
