import { AGREEMENT, within } from './demo';
import type { Sitting } from './house';

interface Named {
  id: string;
  code: string;
}

/** What the demo's agreement says. */
const asked = async ({ ask }: Sitting, query: string) => (await ask(`{ agreement(code: "${AGREEMENT}") { ${query} } }`)).agreement;

/** The id of what has a code. */
function idOf(all: readonly Named[], code: string): string {
  const found = all.find((one) => one.code === code);
  if (!found) throw new Error(`the demo has no ${code}`);
  return found.id;
}

/** The ids of the parties, by their codes. */
const companiesIn = ({ parties }: { parties: { company: Named }[] }) => parties.map(({ company }) => company);

/** The path of a page of the first noun of a list, such as `deviations` with the arguments `first: 1`. */
export const firstOf = (page: string, list: string, args: string) => async (sitting: Sitting) => {
  const agreement = await asked(sitting, `${list}(${args}) { nodes { id } }`);
  return within(`${page}/${agreement[list].nodes[0].id}`);
};

/** The path of a page of the network operations' own boundary. */
export const boundary = (page = '') => async (sitting: Sitting) => {
  const { boundaries } = await asked(sitting, 'boundaries(first: 20) { nodes { id code } }');
  return within(`boundaries/${idOf(boundaries.nodes, 'nordlicht-network')}${page}`);
};

/** The path of the page of a finding of some kind. */
export const finding = (kind: string) => async (sitting: Sitting) => {
  const { coverage } = await asked(sitting, `coverage { findings(first: 1, filter: { kind: [${kind}] }) { nodes { id } } }`);
  return within(`findings/${coverage.findings.nodes[0].id}`);
};

/** A team's page; teams are no list with pages. */
export async function team(sitting: Sitting): Promise<string> {
  const { teams } = await asked(sitting, 'teams { id }');
  return within(`teams/${teams[0].id}`);
}

/** The page of something that a customer said; the demo has none, so the agent takes it down first. */
export async function voice(sitting: Sitting): Promise<string> {
  const agreement = await asked(sitting, 'id parties { company { id code } }');
  const [meridian, arnau, castor, nordlicht] = ['meridian', 'arnau', 'castor', 'nordlicht'].map((code) => idOf(companiesIn(agreement), code));
  const input = {
    agreement: agreement.id,
    company: meridian,
    customer: arnau,
    kind: 'IMPROVEMENT',
    text: 'We want to hear on Friday what is planned for the weekend.',
    evidence: 'Said by the head of the citizens’ office on the fourth of March.',
    companies: [castor, nordlicht],
  };
  const { recordVoice } = await sitting.ask('mutation ($input: RecordVoiceInput!) { recordVoice(input: $input) { voice { id } } }', { input });
  return within(`voices/${recordVoice.voice.id}`);
}

/** The page of a case that was handed on and that nobody has taken on yet; the demo's are all resolved, so the agent takes one in. */
export async function offered(sitting: Sitting): Promise<string> {
  const agreement = await asked(sitting, 'id services { id code } teams { id code } parties { company { id code } }');
  const companies = companiesIn(agreement);
  const input = {
    agreement: agreement.id,
    team: idOf(agreement.teams, 'service-desk'),
    company: idOf(companies, 'meridian'),
    kind: 'COMPLAINT',
    title: 'The council hall has no network',
    priority: 'high',
    service: idOf(agreement.services, 'network'),
    customer: idOf(companies, 'arnau'),
  };
  const { openCase } = await sitting.ask('mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id revision } } }', { input });
  const { id, revision } = openCase.case;
  const offer = { case: id, revision, team: idOf(agreement.teams, 'network-team'), company: idOf(companies, 'nordlicht'), reason: 'The switch in the cellar is dead.' };
  await sitting.ask('mutation ($input: OfferCaseInput!) { offerCase(input: $input) { case { id } } }', { input: offer });
  return within(`cases/${id}`);
}
