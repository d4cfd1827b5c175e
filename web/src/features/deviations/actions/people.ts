import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';

const People = graphql(`
  query PlanPeople($agreement: String!) {
    agreement(code: $agreement) {
      id
      grants {
        person {
          id
          name
        }
        company {
          id
        }
      }
      groups {
        id
        members {
          person {
            id
            name
          }
          deputy {
            id
            name
          }
          company {
            id
          }
        }
      }
      teams {
        id
        members {
          person {
            id
            name
          }
          company {
            id
          }
        }
      }
    }
  }
`);

interface Somebody {
  id: string;
  name: string;
}

/** Whom one may name as the owner of a task: who acts for a company, as far as one knows its people. By name. */
export function useOwners(): (company: string) => Somebody[] {
  const { agreement } = useSeat();
  const [{ data }] = useQuery({ query: People, variables: { agreement: agreement.code } });
  const found = data?.agreement;
  const members = [...(found?.groups ?? []), ...(found?.teams ?? [])].flatMap((one): { person: Somebody | null; deputy?: Somebody | null; company: { id: string } }[] => [...one.members]);
  const all = [...(found?.grants ?? []), ...members, ...members.map(({ deputy, company }) => ({ person: deputy ?? null, company }))];
  return (company) => {
    const known = new Map(all.flatMap((one) => (one.person && one.company.id === company ? [[one.person.id, one.person] as const] : [])));
    return [...known.values()].sort((one, other) => one.name.localeCompare(other.name));
  };
}
