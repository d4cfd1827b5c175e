import { hour, moment } from '~/lib/time';

/** A stretch of time in a zone: `Fri 6 Mar 2026, 20:00 – Sat 7 Mar 2026, 06:00`, or `Fri 6 Mar 2026, 08:00–12:00` within a day. */
export function stretchIn(zone: string, from: string, until: string): string {
  const [begins, ends] = [moment(from, zone), moment(until, zone)];
  const dayOf = (text: string) => text.slice(0, text.lastIndexOf(','));
  return dayOf(begins) === dayOf(ends) ? `${begins}–${hour(until, zone)}` : `${begins} – ${ends}`;
}

/** The same by every clock: those that are named, each once, and UTC. */
export function stretchEverywhere(zones: readonly string[], from: string, until: string): string[] {
  return [...new Set([...zones, 'UTC'])].map((zone) => `${stretchIn(zone, from, until)} ${zone}`);
}
