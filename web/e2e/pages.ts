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

/** The path of a page of the network operations' own boundary. */
const boundary = (page = '') => async (sitting: Sitting) => {
  const { agreement } = await sitting.ask(`{ agreement(code: "${AGREEMENT}") { boundaries(first: 20) { nodes { id code } } } }`);
  const { id } = agreement.boundaries.nodes.find(({ code }: { code: string }) => code === 'nordlicht-network');
  return within(`boundaries/${id}${page}`);
};

/** The path of the page of a finding of some kind. */
const finding = (kind: string) => async (sitting: Sitting) => {
  const { agreement } = await sitting.ask(`{ agreement(code: "${AGREEMENT}") { coverage { findings(first: 1, filter: { kind: [${kind}] }) { nodes { id } } } } }`);
  return within(`findings/${agreement.coverage.findings.nodes[0].id}`);
};

/** A team's page; teams are no list with pages. */
async function team({ ask }: Sitting): Promise<string> {
  const { agreement } = await ask(`{ agreement(code: "${AGREEMENT}") { teams { id } } }`);
  return within(`teams/${agreement.teams[0].id}`);
}

/** The page of a case that was handed on and that nobody has taken on yet; the demo's are all resolved, so the agent takes one in. */
async function offered({ ask }: Sitting): Promise<string> {
  const { agreement } = await ask(`{ agreement(code: "${AGREEMENT}") { id services { id code } teams { id code } parties { company { id code } } } }`);
  const id = (list: { id: string; code: string }[], code: string): string | undefined => list.find((one) => one.code === code)?.id;
  const companies = agreement.parties.map((party: { company: { id: string; code: string } }) => party.company);
  const about = { kind: 'COMPLAINT', title: 'The council hall has no network', priority: 'high', service: id(agreement.services, 'network'), customer: id(companies, 'arnau') };
  const input = { agreement: agreement.id, team: id(agreement.teams, 'service-desk'), company: id(companies, 'meridian'), ...about };
  const { openCase } = await ask('mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id revision } } }', { input });
  const offer = { case: openCase.case.id, revision: openCase.case.revision, team: id(agreement.teams, 'network-team'), company: id(companies, 'nordlicht'), reason: 'The switch in the cellar is dead.' };
  await ask('mutation ($input: OfferCaseInput!) { offerCase(input: $input) { case { id } } }', { input: offer });
  return within(`cases/${openCase.case.id}`);
}

export const pages: Looked[] = [
  { name: 'home', as: COORDINATOR, path: '/' },
  { name: 'deviations', as: COORDINATOR, path: within('deviations') },
  { name: 'deviations-table', as: COORDINATOR, path: within('deviations?view=table&state=CLOSED') },
  { name: 'deviation-open', as: COORDINATOR, path: firstOf('deviations', 'deviations', 'deviations(first: 1, filter: { state: [OPEN], kind: [MISSED] }) { nodes { id } }') },
  { name: 'deviation-verifying', as: COORDINATOR, path: firstOf('deviations', 'deviations', 'deviations(first: 1, filter: { state: [VERIFYING] }) { nodes { id } }') },
  { name: 'action-proposed', as: COORDINATOR, path: firstOf('actions', 'correctiveActions', 'correctiveActions(first: 1, filter: { state: [PROPOSED] }) { nodes { id } }') },
  { name: 'scorecard', as: COORDINATOR, path: within('scorecard') },
  { name: 'scorecard-running', as: STEWARD, path: within('scorecard?period=2026-03') },
  { name: 'scorecard-parts', as: SME, path: within('scorecard?by=both&period=2025-11') },
  { name: 'scorecard-over-time', as: COORDINATOR, path: within('scorecard?by=time') },
  { name: 'kpi-definition', as: COORDINATOR, path: within('scorecard?about=sla-met') },
  { name: 'kpi', as: COORDINATOR, path: within('scorecard/sla-met?period=2026-02&company=castor') },
  { name: 'kpi-silent', as: SME, path: within('scorecard/hand-over-minutes-p50?period=2025-11&company=halden') },
  { name: 'kpi-concealed', as: SME, path: within('scorecard/visit-costs') },
  { name: 'case-offered', as: AGENT, path: offered },
  { name: 'case-resolved', as: COORDINATOR, path: firstOf('cases', 'cases', 'cases(first: 1, filter: { phase: [RESOLVED] }) { nodes { id } }') },
  { name: 'case-new', as: AGENT, path: within('cases/new') },
  { name: 'cases', as: COORDINATOR, path: within('cases?queue=all') },
  { name: 'cases-queue', as: AGENT, path: within('cases?queue=service-desk') },
  { name: 'cases-customer', as: CUSTOMER, path: within('cases?queue=own') },
  { name: 'case-customer', as: CUSTOMER, path: firstOf('cases', 'customerCases', 'customerCases(first: 3) { nodes { id } }') },
  { name: 'replay', as: COORDINATOR, path: within('replay?pauses=NONE') },
  { name: 'meetings', as: COORDINATOR, path: within('meetings') },
  { name: 'meetings-decisions', as: COORDINATOR, path: within('meetings?tab=decisions') },
  { name: 'meetings-items', as: COORDINATOR, path: within('meetings?tab=items') },
  { name: 'meetings-health', as: STEWARD, path: within('meetings?tab=health') },
  { name: 'meetings-groups', as: COORDINATOR, path: within('meetings?tab=groups') },
  { name: 'meeting-held', as: COORDINATOR, path: firstOf('meetings', 'meetings', 'meetings(first: 1, filter: { state: [HELD] }) { nodes { id } }') },
  { name: 'meeting-planned', as: COORDINATOR, path: firstOf('meetings', 'meetings', 'meetings(first: 1, order: EARLIEST_FIRST, filter: { state: [PLANNED] }) { nodes { id } }') },
  { name: 'decision', as: COORDINATOR, path: firstOf('decisions', 'decisions', 'decisions(first: 1) { nodes { id } }') },
  { name: 'words', as: COORDINATOR, path: within('words') },
  { name: 'words-alignment', as: STEWARD, path: within('words?tab=alignment') },
  { name: 'escalations', as: COORDINATOR, path: within('escalations') },
  { name: 'escalations-customer', as: CUSTOMER, path: within('escalations?tab=customer') },
  { name: 'escalations-way', as: CUSTOMER, path: within('escalations?tab=way') },
  { name: 'escalation', as: SME, path: firstOf('escalations', 'escalations', 'escalations(first: 1) { nodes { id } }') },
  { name: 'voice', as: AGENT, path: voice },
  { name: 'voices', as: COORDINATOR, path: within('voices') },
  { name: 'voices-customer', as: CUSTOMER, path: within('voices?tab=customer') },
  { name: 'boundaries', as: SME, path: within('boundaries') },
  { name: 'coverage', as: SME, path: within('coverage') },
  { name: 'findings', as: COORDINATOR, path: within('findings') },
  { name: 'finding-overlap', as: COORDINATOR, path: finding('OVERLAP') },
  { name: 'finding-shortfall', as: SME, path: finding('SHORTFALL') },
  { name: 'boundary', as: COORDINATOR, path: boundary() },
  { name: 'boundary-editor', as: SME, path: boundary('/edit') },
  { name: 'boundary-new', as: SME, path: within('boundaries/new') },
  { name: 'training', as: SME, path: within('training') },
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
];
