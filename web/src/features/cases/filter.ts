import type { EnumOf, VariablesOf } from '~/lib/graphql';
import type { Cases } from './queue';
import { caseKinds, phases } from './words';

type Filter = NonNullable<VariablesOf<typeof Cases>['filter']>;

const isPhase = (text: string): text is EnumOf<'CasePhase'> => text in phases;
const isKind = (text: string): text is EnumOf<'CaseKind'> => text in caseKinds;

/** Which cases the address asks for; what it says wrongly is left out. */
export function filterOf(address: URLSearchParams): Filter {
  const filter: Filter = {};
  const phase = address.get('phase') ?? '';
  if (phase === 'unfinished') filter.phase = ['OPEN', 'PAUSED'];
  else if (isPhase(phase)) filter.phase = [phase];
  const kind = address.get('kind') ?? '';
  if (isKind(kind)) filter.kind = [kind];
  const priority = address.get('priority');
  if (priority) filter.priority = [priority];
  if (address.get('flag') === 'yes') filter.redFlag = true;
  for (const name of ['service', 'company', 'team', 'reference'] as const) {
    const value = address.get(name);
    if (value) filter[name] = value;
  }
  return filter;
}
