import { graphql, type ResultOf } from '~/lib/graphql';
import type { Agreed } from '../terms';

const Receiver = graphql(`
  fragment CaseReceiver on CaseCandidate {
    team {
      id
      name
    }
    company {
      id
      name
    }
    boundary
    nextOpenAt
    openCases
    line
    reasons {
      kind
      passed {
        dimension
        limit
        actual
        by
      }
      opensAt
      lacking
      number
    }
  }
`);

export const Proposals = graphql(
  `
    query HandOverProposals($id: ID!) {
      node(id: $id) {
        ... on Case {
          id
          handOverProposals {
            ...CaseReceiver
          }
        }
      }
    }
  `,
  [Receiver],
);

export const Routing = graphql(
  `
    query CaseRouting($agreement: String!, $case: NewCaseInput!) {
      agreement(code: $agreement) {
        id
        routing(case: $case) {
          ...CaseReceiver
        }
      }
    }
  `,
  [Receiver],
);

export const Check = graphql(`
  query HandOverCheck($id: ID!, $team: ID!, $company: ID!) {
    node(id: $id) {
      ... on Case {
        id
        handOverCheck(team: $team, company: $company) {
          verdict
          boundary
          unknown
          passed {
            dimension
            limit
            actual
            by
          }
          proposals {
            team {
              id
              name
            }
            company {
              id
              name
            }
            boundary
            allowed
            nextOpenAt
            lacking
            openCases
            acceptance
            information
            takesOverBeyond
          }
        }
      }
    }
  }
`);

type Candidate = ResultOf<typeof Receiver>;
export type Reason = Candidate['reasons'][number];
type CheckedCase = Extract<NonNullable<ResultOf<typeof Check>['node']>, { id: string }>;
export type Checked = NonNullable<CheckedCase['handOverCheck']>;
export type Proposal = Checked['proposals'][number];

/** Somebody to whom a case may be offered. */
export interface Choice {
  /** Names the choice within its list. */
  key: string;
  team: { id: string; name: string };
  company: { id: string; name: string };
  /** What stands for and against it; empty where nobody proposes it. */
  reasons: readonly Reason[];
}

export const keyOf = (team: string, company: string): string => `${team} ${company}`;

/** Those who are proposed, the best first, and after them every other team in the name of each company that provides people for it. */
export function choicesOf(candidates: readonly Candidate[], teams: Agreed['teams'], holder?: string): Choice[] {
  const proposed = candidates.flatMap(({ team, company, reasons }) => (team && company ? [{ key: keyOf(team.id, company.id), team, company, reasons }] : []));
  const known = new Set([holder, ...proposed.map(({ key }) => key)]);
  const others = teams.flatMap(({ id, name, pledges }) => pledges.map(({ company }) => ({ key: keyOf(id, company.id), team: { id, name }, company, reasons: [] })));
  return [...proposed, ...others.filter(({ key }) => !known.has(key))];
}
