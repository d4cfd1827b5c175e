import { useState } from 'react';

/**
 * The revision that somebody has read when they begin to decide. What changes meanwhile is not decided on unseen: the change is refused
 * as stale, and `read` takes up what there is now.
 */
export function useRead(now: number): { revision: number; read(): void } {
  const [revision, setRevision] = useState(now);
  return { revision, read: () => setRevision(now) };
}
