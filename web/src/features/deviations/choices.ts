import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesByCode } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { periodName } from '~/lib/period';

const Choices = graphql(`
  query DeviationChoices($agreement: String!) {
    agreement(code: $agreement) {
      id
      kpis(first: 100) {
        nodes {
          id
          code
          name
          unit
        }
      }
      parties {
        company {
          id
          code
          name
        }
      }
      services {
        id
        code
        name
      }
      assessments(first: 100) {
        nodes {
          id
          period
          ended
        }
      }
    }
  }
`);

/** What deviations and plans of the agreement can be about; nothing while it is on its way. */
export function useChoices() {
  const { agreement } = useSeat();
  const [{ data }] = useQuery({ query: Choices, variables: { agreement: agreement.code } });
  const found = data?.agreement;
  if (!found) return undefined;
  const kpis = found.kpis.nodes;
  const companies = found.parties.map(({ company }) => company);
  const periods = [...new Set(found.assessments.nodes.map(({ period }) => period))];
  return {
    kpis,
    companies,
    services: found.services,
    /** The ended periods whose figures are frozen. */
    frozen: new Set(found.assessments.nodes.flatMap(({ period, ended }) => (ended ? [period] : []))),
    options: {
      kpis: choicesByCode(kpis),
      companies: choicesByCode(companies),
      periods: periods.map((period) => ({ value: period, label: periodName(period) })),
    },
  };
}
