import { useEffect, useState } from 'react';

/** Draws again every so many milliseconds, for what goes on with the clock. */
export function useTick(milliseconds: number): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((times) => times + 1), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
}
