import { Temporal } from 'temporal-polyfill';
import { clock } from './week';

/** What the clocks of another zone show at a minute of a local date; with the day where it is another one there. */
export function elsewhere(date: string, minute: number, zone: string, there: string): string {
  const midnight = Temporal.PlainDate.from(date).toPlainDateTime();
  const at = midnight.add({ minutes: minute }).toZonedDateTime(zone).withTimeZone(there);
  const told = clock(at.hour * 60 + at.minute);
  return at.toPlainDate().equals(midnight.add({ minutes: minute }).toPlainDate()) ? told : `${told} ${at.toLocaleString('en-GB', { weekday: 'short' })}`;
}
