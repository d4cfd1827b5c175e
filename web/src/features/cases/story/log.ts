import { graphql, type ResultOf } from '~/lib/graphql';
import { Holder, Offer } from '../holder';

/** What became of a case, and in whose hands it was. */
export const Log = graphql(
  `
    fragment CaseLog on Case {
      custody {
        from
        until
        holder {
          ...Holder
        }
        offer {
          ...Offer
        }
      }
      timeline {
        number
        at
        kind
        person {
          id
          name
        }
        company {
          id
          name
        }
        source
        detail
      }
    }
  `,
  [Holder, Offer],
);

type Told = ResultOf<typeof Log>;
export type Custody = Told['custody'];
export type Event = Told['timeline'][number];
