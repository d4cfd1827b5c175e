import { graphql } from '~/lib/graphql';
import type { Doer } from './items/AssignItem';

/** A group with whoever speaks in it. */
export const GroupSeats = graphql(`
  fragment GroupSeats on CoordinationGroup {
    id
    name
    members {
      role
      company {
        id
        name
      }
      person {
        id
        name
      }
      deputy {
        id
        name
      }
    }
  }
`);

interface Seated {
  role: string;
  company: { id: string; name: string };
  person: { id: string; name: string } | null;
  deputy: { id: string; name: string } | null;
}

/** The companies with a voice in a group, each once. */
export function companiesOf(members: readonly Seated[]): { id: string; name: string }[] {
  const speaking = members.filter(({ role }) => role !== 'OBSERVER').map(({ company: { id, name } }) => [id, name] as const);
  return [...new Map(speaking)].map(([id, name]) => ({ id, name }));
}

/** The members of groups and their deputies, each once for a company. */
export function peopleOf(members: readonly Seated[]): Doer[] {
  const people = new Map<string, Doer>();
  for (const { company, person, deputy } of members) {
    for (const one of [person, deputy]) if (one) people.set(`${one.id} ${company.id}`, { ...one, company: company.id });
  }
  return [...people.values()];
}

/** The members whose term runs on a day. */
export function inTerm<Member extends { since: string | null; until: string | null }>(members: readonly Member[], day: string): Member[] {
  return members.filter(({ since, until }) => (since === null || since <= day) && (until === null || day < until));
}
