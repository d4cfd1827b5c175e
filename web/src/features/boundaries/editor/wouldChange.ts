import { useDebouncedValue } from '@mantine/hooks';
import { stringifyDocument } from 'urql';
import { useEffect, useMemo, useState } from 'react';
import { graphql, type ResultOf, type VariablesOf } from '~/lib/graphql';
import { byField, isRefusal, type Refusal } from '~/lib/refusals';
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

type Variables = VariablesOf<typeof WouldChange>;

interface Answer {
  /** What was asked. */
  asked: Variables;
  foretold: Foretold | undefined;
  refusals: readonly Refusal[];
}

/** Asks past the cache: what is refused comes without the boundary, and must not be taken for its absence. */
async function ask(asked: Variables, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: stringifyDocument(WouldChange), variables: asked }),
    signal,
  });
  const { data, errors } = (await answer.json()) as { data?: ResultOf<typeof WouldChange> | null; errors?: { extensions?: { refusals?: unknown } }[] };
  const told = errors?.[0]?.extensions?.refusals;
  return { asked, foretold: data?.node?.__typename === 'Boundary' ? data.node.wouldChange : undefined, refusals: Array.isArray(told) ? told.filter(isRefusal) : [] };
}

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
  const [answer, setAnswer] = useState<Answer>();
  const wanted = useMemo((): Variables => ({ id, from, content: inputOf({ ...tidied(written), limits: tidied(written).limits.filter(complete) }) }), [id, from, written]);
  useEffect(() => {
    const leave = new AbortController();
    // whoever cannot reach the server is told so by the frame; what was foretold last stays
    ask(wanted, leave.signal).then(setAnswer, () => undefined);
    return () => leave.abort();
  }, [wanted]);
  const refusals = answer?.refusals ?? [];
  const errors = byField(refusals.map((refusal) => ({ ...refusal, field: refusal.field && writtenPath(written, refusal.field) })));
  return { foretold: answer?.foretold, waiting: answer?.asked !== wanted || written !== content, errors, refused: refusals.length > 0, leftOut: written.limits.filter((limit) => !complete(limit)).length };
}
