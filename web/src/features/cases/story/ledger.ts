import { graphql, type ResultOf } from '~/lib/graphql';
import { lengthOf } from '~/lib/time';

/** A part of a ledger, of one case or of many. */
export const LedgerPart = graphql(`
  fragment CaseLedgerPart on LedgerPart {
    kind
    company {
      id
      name
    }
    holder {
      id
      name
    }
    reason
    time
    seconds
  }
`);

export type Part = ResultOf<typeof LedgerPart>;

/** Whose the time of a case is. */
export const Ledger = graphql(
  `
    fragment CaseLedgers on Case {
      ledger {
        total
        parts {
          ...CaseLedgerPart
        }
        segments {
          from
          until
          part {
            kind
            company {
              id
              name
            }
            reason
            time
          }
          swarm {
            company {
              id
              name
            }
            weight
          }
          dispute
        }
        breach {
          company {
            id
            name
          }
          charged
          budget
          overrun
          share
        }
      }
    }
  `,
  [LedgerPart],
);

/** How a part of a ledger is drawn: its ground says what it is, its hue whose. */
type Ground = 'plain' | 'stripes' | 'dots' | 'cross' | 'empty';

const grounds: Record<Part['kind'], Ground> = { CUSTODY: 'plain', HAND_OVER_WAIT: 'stripes', PAUSE: 'dots', MISMATCH: 'cross', UNATTRIBUTED: 'empty' };

export interface Slice {
  part: Part;
  ground: Ground;
  /** Its share of all of the time, between 0 and 1. */
  share: number;
}

const order: Part['kind'][] = ['CUSTODY', 'HAND_OVER_WAIT', 'PAUSE', 'MISMATCH', 'UNATTRIBUTED'];

/** The parts of a ledger as slices of a bar: a company's own beside each other, what is nobody's at the end. */
export function slicesOf(parts: readonly Part[], total: string): Slice[] {
  const whole = lengthOf(total);
  const companies = [...new Set(parts.map(({ company }) => company?.id))];
  const rank = ({ company, kind }: Part) => (company ? companies.indexOf(company.id) : companies.length) * order.length + order.indexOf(kind);
  return parts.toSorted((one, other) => rank(one) - rank(other)).map((part) => ({ part, ground: grounds[part.kind], share: whole === 0 ? 0 : lengthOf(part.time) / whole }));
}
