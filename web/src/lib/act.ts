import { msg } from '@lingui/core/macro';
import { i18n } from './i18n';
import { useCallback, useState } from 'react';
import { type TypedDocumentNode, useClient } from 'urql';
import { codeOf } from './client';
import { type Outcome, type Refusal, refusalsIn } from './refusals';

/** A change that somebody makes: `run` does it, `refusals` says what its last attempt was told. */
interface Act<Data, Variables> {
  run(variables: Variables): Promise<Outcome<Data>>;
  refusals: Refusal[];
  /** Whether it is under way. */
  busy: boolean;
  /** Forgets the refusals, such as when a dialog opens again. */
  clear(): void;
}

/**
 * Makes a change. What a rule refuses comes back as refusals, for the fields that caused them; a denial becomes one, too;
 * faults are told by the shell.
 */
export function useAct<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>): Act<Data, Variables> {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<Data>> => {
      setBusy(true);
      const { data, error } = await client.mutation(document, variables).toPromise();
      const told = refusalsIn(data);
      const code = codeOf(error);
      if (error) told.push({ code: code ?? 'FAULT', field: null, message: denied(code) });
      setBusy(false);
      setRefusals(told);
      return { data, refusals: told, done: told.length === 0 };
    },
    [client, document],
  );
  const clear = useCallback(() => setRefusals([]), []);
  return { run, refusals, busy, clear };
}

function denied(code: string | undefined): string {
  switch (code) {
    case 'NOT_FOUND':
      return i18n._(msg`It is not there any more, or not yours to see.`);
    case 'FORBIDDEN':
      return i18n._(msg`Your roles do not allow this.`);
    case 'UNAUTHENTICATED':
      return i18n._(msg`You are not signed in any more. Sign in again, and repeat it.`);
    default:
      return i18n._(msg`It was not done: the server could not be reached, or had a fault. Nothing was lost; try again.`);
  }
}
