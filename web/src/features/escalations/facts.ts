import { day, moment } from '~/lib/time';

/** A fact as people read it: days and moments in words, everything else as it was handed over. */
export function factOf(value: string, zone: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value)) return moment(value, zone);
  return value;
}
