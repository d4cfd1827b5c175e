import { graphql, type ResultOf } from '~/lib/graphql';
import { Holder, Offer } from '../holder';
import { Clocks } from './clock';
import { Judged } from './judged';
import { Ledger } from './ledger';
import { Log } from './log';

const CaseStory = graphql(
  `
    fragment CaseStory on Case {
      id
      revision
      reference
      source
      kind
      title
      phase
      stage
      priority
      package
      redFlag
      settled
      openedAt
      resolvedAt
      closedAt
      cancelledAt
      reopens
      handOvers
      pingPong
      offeredOutside
      helpedOutside
      line
      service {
        id
        name
      }
      customer {
        id
        name
      }
      needs {
        region
        language
        product
        skills
      }
      holder {
        ...Holder
      }
      offer {
        ...Offer
        from {
          ...Holder
        }
      }
      ...CaseClocks
      ...CaseLedgers
      ...CaseLog
      ...CaseJudged
    }
  `,
  [Holder, Offer, Clocks, Ledger, Log, Judged],
);

export const CaseById = graphql(
  `
    query CaseById($id: ID!) {
      node(id: $id) {
        ... on Case {
          ...CaseStory
        }
      }
    }
  `,
  [CaseStory],
);

/** All that is told of a case. */
export type Story = ResultOf<typeof CaseStory>;
