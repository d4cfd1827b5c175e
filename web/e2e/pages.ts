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

/** The page of something that a customer said; the demo has none, so the agent takes it down first. */
async function voice({ ask }: Sitting): Promise<string> {
  const { agreement } = await ask(`{ agreement(code: "${AGREEMENT}") { id parties { company { id code } } } }`);
  const company = (code: string): string => agreement.parties.find((party: { company: { code: string } }) => party.company.code === code).company.id;
  const input = {
    agreement: agreement.id,
    company: company('meridian'),
    customer: company('arnau'),
    kind: 'IMPROVEMENT',
    text: 'We want to hear on Friday what is planned for the weekend.',
    evidence: 'Said by the head of the citizens’ office on the fourth of March.',
    companies: [company('castor'), company('nordlicht')],
  };
  const { recordVoice } = await ask('mutation ($input: RecordVoiceInput!) { recordVoice(input: $input) { voice { id } } }', { input });
  return within(`voices/${recordVoice.voice.id}`);
}

  { name: 'agreement', as: STEWARD, path: within('agreement') },
  { name: 'agreement-versions', as: COORDINATOR, path: within('agreement?tab=versions') },
  { name: 'agreement-commitments', as: SME, path: within('agreement?tab=commitments') },
  { name: 'agreement-services', as: CUSTOMER, path: within('agreement?tab=services') },
  { name: 'agreement-cases', as: AGENT, path: within('agreement?tab=cases') },
  { name: 'agreement-governance', as: COORDINATOR, path: within('agreement?tab=governance') },
  { name: 'agreement-file', as: STEWARD, path: within('agreement?tab=file') },
  { name: 'teams', as: AGENT, path: within('teams') },
  { name: 'team', as: AGENT, path: team },
  { name: 'calendars', as: AGENT, path: within('calendars?week=2026-04-06') },
  { name: 'notifications', as: COORDINATOR, path: within('notifications') },
  { name: 'notifications-mails', as: STEWARD, path: within('notifications?tab=mails') },
  { name: 'events', as: STEWARD, path: within('events') },
  { name: 'events-cases', as: COORDINATOR, path: within('events?kind=case&from=2026-03-02&to=2026-03-03') },
  { name: 'instance-people', as: OPERATOR, path: '/instance/people' },
  { name: 'instance-companies', as: OPERATOR, path: '/instance/companies' },
  { name: 'account', as: COORDINATOR, path: '/account' },
  { name: 'account-notifications', as: COORDINATOR, path: '/account?tab=notifications' },
  { name: 'account-tokens', as: COORDINATOR, path: '/account?tab=tokens' },
  { name: 'account-calendars', as: COORDINATOR, path: '/account?tab=calendars' },
