import { today } from '~/lib/time';

/** Whether the last day on which it is in time has passed in a zone, and it is still open. */
export function isOverdue({ state, dueOn }: { state: string; dueOn: string }, zone: string): boolean {
  return state === 'OPEN' && dueOn < today(zone);
}
