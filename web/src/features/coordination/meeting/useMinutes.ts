import { useEffect, useState } from 'react';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDraft } from '~/lib/draft';
import { mergeOf } from './minutes';
import type { Meeting } from './query';
import { WriteMinutes } from './verbs';

/** Minutes are saved so many milliseconds after the last key. */
const PAUSE = 2_000;

/** Minutes as they are written: kept in this tab with each key, saved a moment after the last one, never over what others wrote. */
export function useMinutes({ id, revision, minutes }: Meeting) {
  const me = useMe();
  const { run, busy, refusals, clear } = useAct(WriteMinutes);
  const [draft, keep, drop] = useDraft(`minutes ${id}`, me.id);
  const [base, setBase, dropBase] = useDraft(`minutes before ${id}`, me.id);
  const [mine, setMine] = useState<string | undefined>(draft || undefined);
  const [sent, setSent] = useState<string>();
  const theirs = minutes?.text ?? '';
  const text = mine ?? theirs;
  const merge = mine === undefined ? 'same' : mergeOf({ base, sent }, mine, theirs);
  // what came too late or did not arrive is tried again; what a rule refuses waits for another text
  const told = refusals.filter(({ code }) => code !== 'MEETING_STALE' && code !== 'FAULT');
  const stuck = told.length > 0;

  const write = (next: string) => {
    if (mine === undefined) setBase(theirs);
    if (stuck) clear();
    setMine(next);
    keep(next);
  };
  /** Goes on with a text, knowing what others wrote. */
  const settle = (next: string) => {
    setBase(theirs);
    setMine(next);
    keep(next);
  };
  const forget = () => {
    setMine(undefined);
    drop();
    dropBase();
  };
  const save = async () => {
    if (busy || merge !== 'save' || !text.trim()) return;
    setSent(text);
    const { done } = await run({ input: { meeting: id, revision, text } });
    if (done) setBase(text);
  };

  // what is saved needs no draft any more, and what one has not touched follows the others
  useEffect(() => {
    if (mine !== undefined && (merge === 'same' || merge === 'take')) forget();
  });
  useEffect(() => {
    if (merge !== 'save' || busy || stuck) return undefined;
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [text, merge, busy, stuck, revision]);

  return { text, theirs, merge, busy, refusals: told, write, settle, forget, save };
}
