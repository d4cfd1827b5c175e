import { useCallback, useState } from 'react';

/**
 * Text that is being written, kept in this tab until it is sent: a dropped connection, an ended session or a closed page loses nothing.
 * `place` names what it is about; nothing of it is read by anybody else who signs in.
 */
export function useDraft(place: string, person: string): [string, (text: string) => void, () => void] {
  const key = `draft ${person} ${place}`;
  const read = () => ({ key, text: sessionStorage.getItem(key) ?? '' });
  const [written, setWritten] = useState(read);
  // from one noun's page to the next the field stays, its text does not
  const { text } = written.key === key ? written : read();
  const write = useCallback(
    (next: string) => {
      setWritten({ key, text: next });
      if (next) sessionStorage.setItem(key, next);
      else sessionStorage.removeItem(key);
    },
    [key],
  );
  const drop = useCallback(() => write(''), [write]);
  return [text, write, drop];
}
