import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';

const CaseNamed = graphql(`
  query CaseNamed($agreement: String!, $reference: String!) {
    agreement(code: $agreement) {
      id
      cases(first: 1, filter: { reference: $reference }) {
        nodes {
          id
          title
        }
      }
    }
  }
`);

/** The case that people call by a reference, for a form that asks for it; `unknown` once it is clear that there is none to see. */
export function useCaseNamed(reference: string): { found: { id: string; title: string } | undefined; unknown: boolean } {
  const { agreement } = useSeat();
  const name = reference.trim();
  const [{ data, fetching }] = useQuery({ query: CaseNamed, variables: { agreement: agreement.code, reference: name }, pause: name === '' });
  const found = name === '' ? undefined : data?.agreement?.cases.nodes[0];
  return { found, unknown: name !== '' && !fetching && !found };
}
