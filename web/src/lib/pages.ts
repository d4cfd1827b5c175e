import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CombinedError, type TypedDocumentNode, useClient, useQuery } from 'urql';

/** One page of a list, as every connection of the API answers it. */
interface Connection<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number | null;
}

/** A list that is read page by page as somebody scrolls. */
export interface Pages<Node> {
  /** What has been read so far, in the list's order, each once. */
  nodes: readonly Node[];
  /** How many there are in all, where the API counts them. */
  total: number | null;
  /** Whether there are more than have been read. */
  more: boolean;
  /** Whether a page is on its way. */
  busy: boolean;
  error: CombinedError | undefined;
  /** Whether the first page has been read. */
  ready: boolean;
  /** Whether the list has changed since the later pages were read. */
  behind: boolean;
  /** Reads the next page; nothing where there is none, or one is on its way. */
  load(): void;
  /** Reads all of it again from the top. */
  again(): void;
}

/** Further pages that are read again by themselves when the list changes; with more, somebody is asked first. */
const REREAD = 4;

/** All nodes of pages, each once: what moved up between two pages stands where it was seen first. */
export function joined<Node extends { id: string }>(pages: readonly Connection<Node>[]): Node[] {
  const seen = new Set<string>();
  return pages.flatMap(({ nodes }) => nodes.filter(({ id }) => !seen.has(id) && seen.add(id)));
}

const none: readonly never[] = [];

interface Rest<Node> {
  key: string;
  pages: readonly Connection<Node>[];
}

/**
 * Reads a list by cursor. The first page is live like any query; what was read below it is read again when the first page changes,
 * or said to be behind where that is much. `variables` are those of the operation without `first` and `after`.
 */
export function usePages<Data, Variables extends { first: number; after?: string | null }, Node extends { id: string }>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
): Pages<Node> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const at = (after: string | null) => ({ ...variables, first: 100, after }) as Variables;
  const [asked, ask] = useQuery({ query, variables: at(null) });
  const first = asked.data && pick(asked.data);
  const [rest, setRest] = useState<Rest<Node>>({ key, pages: none });
  const [behind, setBehind] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const [busy, setBusy] = useState(false);
  const run = useRef(0);
  const further = rest.key === key ? rest.pages : none;
  const last = further.at(-1) ?? first;

  /** Reads pages from a cursor on, one after another; nothing once something else has begun. */
  const read = async (cursor: string | null, count: number): Promise<Connection<Node>[] | undefined> => {
    const mine = ++run.current;
    setBusy(true);
    const pages: Connection<Node>[] = [];
    for (let after = cursor; pages.length < count && after !== null; ) {
      const { data, error: failed } = await client.query(query, at(after), { requestPolicy: 'network-only' }).toPromise();
      if (mine !== run.current) return undefined;
      const page = data && pick(data);
      setError(page ? undefined : failed);
      if (!page) break;
      pages.push(page);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    setBusy(false);
    return pages;
  };

  const before = useRef({ key, first });
  useEffect(() => {
    const changed = before.current.key !== key || (first !== undefined && before.current.first !== first);
    const known = before.current.key === key ? further.length : 0;
    before.current = { key, first: first ?? before.current.first };
    if (!changed) return;
    if (known === 0) {
      run.current++;
      setBusy(false);
      setBehind(false);
      setRest({ key, pages: none });
    } else if (known > REREAD) setBehind(true);
    else void read(first?.pageInfo.endCursor ?? null, known).then((pages) => pages && setRest({ key, pages }));
  }, [key, first]);

  const load = () => {
    if (busy || asked.stale || !last?.pageInfo.hasNextPage) return;
    void read(last.pageInfo.endCursor, 1).then((pages) => pages && setRest({ key, pages: [...further, ...pages] }));
  };
  const again = useCallback(() => {
    run.current++;
    setBusy(false);
    setBehind(false);
    setError(undefined);
    setRest((was) => ({ ...was, pages: none }));
    ask({ requestPolicy: 'network-only' });
  }, [ask]);

  const nodes = useMemo(() => joined(first ? [first, ...further] : none), [first, further]);
  return {
    nodes,
    total: first?.totalCount ?? null,
    more: last?.pageInfo.hasNextPage ?? false,
    busy: busy || asked.fetching,
    error: error ?? asked.error,
    ready: first !== undefined && first !== null,
    behind,
    load,
    again,
  };
}
