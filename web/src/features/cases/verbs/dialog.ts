import { useDecision } from '~/lib/decide';
import type { TypedDocumentNode } from 'urql';
import type { Story } from '../story/story';
import type { Agreed } from '../terms';

/** What every dialog about a case is given. */
export interface DialogProps {
  story: Story;
  agreed: Agreed;
  onClose(): void;
}

interface Input {
  case: string;
  revision: number;
}

/** A change of one case at the revision that was read when the dialog opened; `dialog` goes to the dialog as it is. */
export function useChange<Data, Whole extends Input>(document: TypedDocumentNode<Data, { input: Whole }>, story: Story) {
  const { revision, run, dialog } = useDecision(document, story);
  return {
    dialog,
    /** Answers whether it was done. */
    tell: (rest: Omit<Whole, keyof Input>): Promise<boolean> => run({ input: { ...rest, case: story.id, revision } as Whole }),
  };
}
