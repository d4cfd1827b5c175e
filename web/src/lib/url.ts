import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A choice that stands in the address, such as a filter or a tab: links keep it, and going back undoes it. */
export function useParam(name: string, otherwise = ''): [string, (value: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === null || value === otherwise) after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
    [name, otherwise, setParams],
  );
  return [params.get(name) ?? otherwise, set];
}
