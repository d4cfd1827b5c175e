import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useAct } from './act';

/**
 * A decision on something that was read at a revision: the one of when the dialog opened. What changes meanwhile is not decided on unseen: the
 * change is refused as stale, and `onRead` takes up what there is `now`. `dialog` goes to the dialog as it is.
 */
export function useDecision<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, now: number) {
  const act = useAct(document);
  const [revision, setRevision] = useState(now);
  const onRead = () => {
    act.clear();
    setRevision(now);
  };
  return {
    revision,
    /** Answers whether it was done. */
    run: async (variables: Variables) => (await act.run(variables)).done,
    dialog: { refusals: act.refusals, busy: act.busy, onRead },
  };
}
