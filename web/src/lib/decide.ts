import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useAct } from './act';

interface Revised {
  id: string;
  revision: number;
}

/** What one's own changes have made of nouns: known before they are read again. */
const known = new Map<string, number>();

function learn(data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  if ('id' in data && 'revision' in data && typeof data.id === 'string' && typeof data.revision === 'number') known.set(data.id, data.revision);
  Object.values(data).forEach(learn);
}

/**
 * A decision on a noun that was read at a revision: the one of when the dialog opened. What changes meanwhile is not decided on unseen: the
 * change is refused as stale, and `onRead` takes up what there is now. `dialog` goes to the dialog as it is.
 */
export function useDecision<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, { id, revision: read }: Revised) {
  const act = useAct(document);
  const now = Math.max(read, known.get(id) ?? 0);
  const [revision, setRevision] = useState(now);
  const onRead = () => {
    act.clear();
    setRevision(now);
  };
  return {
    revision,
    /** Answers whether it was done. What the change answers of revisions is known from then on. */
    async run(variables: Variables): Promise<boolean> {
      const { done, data } = await act.run(variables);
      if (done) learn(data);
      return done;
    },
    dialog: { refusals: act.refusals, busy: act.busy, onRead },
  };
}
