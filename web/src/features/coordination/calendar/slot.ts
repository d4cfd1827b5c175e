import type { EnumOf } from '~/lib/graphql';
import { lengthOf, wallClock } from '~/lib/time';
import { instantOf } from '~/lib/zoned';

/** When and where a meeting takes place, as a form has it: by the wall clock of a zone. */
export interface Slot {
  date: string;
  time: string;
  minutes: string;
  zone: string;
  form: EnumOf<'MeetingForm'>;
  place: string;
}

/** What the API takes of it; nothing where the day or the hour is not one. */
export function slotInput({ date, time, minutes, zone, form, place }: Slot) {
  const startsAt = instantOf(`${date}T${time}`, zone);
  return startsAt === undefined ? undefined : { startsAt, lasts: `PT${Number(minutes) || 0}M`, zone, form, place: place.trim() || null };
}

/** The slot of a meeting that is planned. */
export function slotOf({ startsAt, endsAt, zone, form, where }: { startsAt: string; endsAt: string; zone: string; form: Slot['form']; where: string | null }): Slot {
  const [date = '', time = ''] = wallClock(startsAt, zone).split('T');
  return { date, time, minutes: String((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000), zone, form, place: where ?? '' };
}

/** A slot at the next full hour, as long as is told. */
export function nextSlot(now: number, zone: string, lasts = 'PT1H'): Slot {
  const [date = '', time = ''] = wallClock(Math.ceil((now + 60_000) / 3_600_000) * 3_600_000, zone).split('T');
  return { date, time, minutes: String(lengthOf(lasts) / 60_000), zone, form: 'ONLINE', place: '' };
}
