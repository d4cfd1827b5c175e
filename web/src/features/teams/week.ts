import type { EnumOf } from '~/lib/graphql';

/** When work is done, as the agreement says it. */
export interface Hours {
  zone: string;
  always: boolean;
  hours: readonly { day: EnumOf<'Weekday'>; intervals: readonly string[] }[];
  exceptions: readonly { date: string; intervals: readonly string[] }[];
  holidays: readonly { date: string; name: string | null }[];
}

/** Open time of a local date, in minutes from its midnight. */
interface Block {
  from: number;
  to: number;
}

/** A local date: when it is open, and whether it is a special one. */
export interface DayOfWeek {
  date: string;
  blocks: Block[];
  special: 'holiday' | 'exception' | null;
  /** What is celebrated. */
  name: string | null;
}

const whole = 1440;
const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** The date so many days later. */
export function plusDays(date: string, days: number): string {
  return new Date(utc(date).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return plusDays(date, -((utc(date).getUTCDay() + 6) % 7));
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The beginning and the length of an interval such as `22:00-06:00`, which goes over midnight. */
function parse(interval: string): Block {
  const [from = 0, to = 0] = interval.split('-').map(minutes);
  return { from, to: to > from ? to : to + whole };
}

/** What begins on a date: an exception wins over a holiday, and both over the hours of the week. */
function beginning(calendar: Hours, date: string): { special: DayOfWeek['special']; name: string | null; blocks: Block[] } {
  const holiday = calendar.holidays.find((one) => one.date === date);
  const exception = calendar.exceptions.find((one) => one.date === date);
  if (exception) return { special: 'exception', name: holiday?.name ?? null, blocks: exception.intervals.map(parse) };
  if (holiday) return { special: 'holiday', name: holiday.name, blocks: [] };
  if (calendar.always) return { special: null, name: null, blocks: [{ from: 0, to: whole }] };
  const weekday = weekdays[utc(date).getUTCDay()];
  return { special: null, name: null, blocks: (calendar.hours.find(({ day }) => day === weekday)?.intervals ?? []).map(parse) };
}

/** When a local date is open, with what comes over midnight from the date before, unless the date is a special one. */
export function dayOf(calendar: Hours, date: string): DayOfWeek {
  const { special, name, blocks } = beginning(calendar, date);
  const before = special ? [] : beginning(calendar, plusDays(date, -1)).blocks.filter(({ to }) => to > whole).map(({ to }) => ({ from: 0, to: to - whole }));
  const here = blocks.map(({ from, to }) => ({ from, to: Math.min(to, whole) }));
  return { date, special, name, blocks: joined([...before, ...here]) };
}

/** Blocks in order; those that touch become one. */
function joined(blocks: Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last && block.from <= last.to) last.to = Math.max(last.to, block.to);
    else all.push({ ...block });
  }
  return all;
}

/** The seven dates of the week that begins on a Monday. */
export function weekOf(calendar: Hours, monday: string): DayOfWeek[] {
  return Array.from({ length: 7 }, (_, at) => dayOf(calendar, plusDays(monday, at)));
}

/** A minute of the day as `HH:MM`. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Whether a calendar is open at a local date and minute, and when that changes next, within two weeks. */
export function standing(calendar: Hours, date: string, minute: number): { open: boolean; changes: { date: string; minute: number } | null } {
  const open = dayOf(calendar, date).blocks.some(({ from, to }) => from <= minute && minute < to);
  for (let day = 0; day <= 14; day++) {
    const at = plusDays(date, day);
    const { blocks } = dayOf(calendar, at);
    const next = blocks.flatMap(({ from, to }) => (open ? [to] : [from])).find((edge) => (day > 0 || edge > minute) && !(open && edge === whole && dayOf(calendar, plusDays(at, 1)).blocks[0]?.from === 0));
    if (next !== undefined) return { open, changes: next === whole ? { date: plusDays(at, 1), minute: 0 } : { date: at, minute: next } };
  }
  return { open, changes: null };
}
