import { graphql, type ResultOf, type VariablesOf } from '~/lib/graphql';
import { LedgerPart } from '../story/ledger';

const Totals = graphql(
  `
    fragment ReplayTotal on ReplayTotals {
      total
      compliance {
        clock
        measure
        met
        breached
      }
      parts {
        ...CaseLedgerPart
      }
    }
  `,
  [LedgerPart],
);

export const Replay = graphql(
  `
    query CaseReplay($agreement: String!, $change: ReplayInput!, $filter: CaseFilter) {
      agreement(code: $agreement) {
        id
        caseReplay(change: $change, filter: $filter) {
          cases
          changed
          before {
            ...ReplayTotal
          }
          after {
            ...ReplayTotal
          }
        }
      }
    }
  `,
  [Totals],
);

export type Replayed = NonNullable<ResultOf<typeof Replay>['agreement']>['caseReplay'];
export type Totalled = Replayed['before'];
export type Change = VariablesOf<typeof Replay>['change'];
