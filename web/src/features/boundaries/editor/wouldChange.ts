import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { codeOf } from '~/lib/client';
import { graphql } from '~/lib/graphql';
import { byField, isRefusal } from '~/lib/refusals';
import type { Content } from '../content/content';
import { Foretold } from '../prospect/prospect';
import { complete, inputOf, tidied, writtenPath } from './redraw';

const WouldChange = graphql(
  `
    query WouldChange($id: ID!, $from: Date!, $content: BoundaryContentInput!) {
      node(id: $id) {
        __typename
        id
        ... on Boundary {
          wouldChange(from: $from, content: $content) {
            ...Foretold
          }
        }
      }
    }
  `,
  [Foretold],
);

interface Prospect {
  foretold: Foretold | undefined;
  waiting: boolean;
  /** Why it cannot be as it is written, by field. */
  errors: Record<string, string>;
  refused: boolean;
  leftOut: number;
}

/** So long nothing is written before it is asked, in milliseconds. */
const PAUSE = 500;

/** Asks what would open and close if a boundary held as it is written. */
export function useWouldChange(id: string, content: Content, from: string): Prospect {
  const [written] = useDebouncedValue(content, PAUSE);
  const sent = useMemo(() => inputOf({ ...tidied(written), limits: tidied(written).limits.filter(complete) }), [written]);
  const [{ data, error, fetching }] = useQuery({ query: WouldChange, variables: { id, from, content: sent } });
  const told: unknown = error?.graphQLErrors[0]?.extensions['refusals'];
  const refusals = Array.isArray(told) ? told.filter(isRefusal) : [];
  const errors = byField(refusals.map((refusal) => ({ ...refusal, field: refusal.field && writtenPath(written, refusal.field) })));
  const foretold = data?.node?.__typename === 'Boundary' ? data.node.wouldChange : undefined;
  return { foretold, waiting: fetching || written !== content, errors, refused: codeOf(error) === 'REFUSED', leftOut: written.limits.filter((limit) => !complete(limit)).length };
}
