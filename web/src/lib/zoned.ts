import { Temporal } from 'temporal-polyfill';

/** The moment at which a wall clock in a zone shows `2026-03-02T09:15`; nothing where that is no time. */
export function instantOf(wallClock: string, zone: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return undefined;
  }
}
