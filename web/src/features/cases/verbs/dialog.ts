import { useAct, type Act } from '~/lib/act';
import { useRead } from '~/lib/read';
import type { TypedDocumentNode } from 'urql';
import type { Agreed } from '../queue';
import type { Story } from '../story/story';

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

/** A change of one case at the revision that was read when the dialog opened. */
export interface Change<Whole extends Input> extends Pick<Act<unknown, object>, 'refusals' | 'busy'> {
  /** Answers whether it was done. */
  tell(rest: Omit<Whole, keyof Input>): Promise<boolean>;
  /** Where somebody was faster: takes up what they made of it. */
  read(): void;
}

export function useChange<Data, Whole extends Input>(document: TypedDocumentNode<Data, { input: Whole }>, { id, revision: now }: Story): Change<Whole> {
  const { run, refusals, busy, clear } = useAct(document);
  const { revision, read } = useRead(now);
  return {
    refusals,
    busy,
    tell: async (rest) => (await run({ input: { ...rest, case: id, revision } as Whole })).done,
    read() {
      clear();
      read();
    },
  };
}

/** What the server says against a field. */
export const against = (refusals: readonly { field: string | null; message: string }[], field: string): string | undefined => refusals.find((one) => one.field === field)?.message;
