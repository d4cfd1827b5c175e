import { day } from './time';

/** The lengths of the API's periods. */
export const periodKinds = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const forms: [PeriodKind, RegExp][] = [
  ['day', /^(\d{4})-(\d{2})-(\d{2})$/],
  ['week', /^(\d{4})-W(\d{2})$/],
  ['month', /^(\d{4})-(\d{2})$/],
  ['quarter', /^(\d{4})-Q([1-4])$/],
  ['year', /^(\d{4})$/],
];

const date = (year: number, month: number, dayOfMonth: number) => new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
const two = (number: number) => String(number).padStart(2, '0');
const parts = (of: string) => [...of.matchAll(/\d+/g)].map(([digits]) => Number(digits));

/** A date some days on, or back. */
export function addDays(on: string, days: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = parts(on);
  return date(year, month, dayOfMonth + days);
}

/** The weekday of a date, 0 for Monday. */
const weekday = (on: string) => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;

/** How long a period is; nothing for what is none, such as `2026-W60`. */
export function kindOf(period: string): PeriodKind | undefined {
  const kind = forms.find(([, form]) => form.test(period))?.[0];
  if (!kind) return undefined;
  return periodOf(kind, firstOf(period)) === period ? kind : undefined;
}

/** The period of a length that holds a date. */
export function periodOf(kind: PeriodKind, on: string): string {
  const [year = 0, month = 1] = parts(on);
  switch (kind) {
    case 'day':
      return on;
    case 'week': {
      // a week belongs to the year of its Thursday
      const thursday = addDays(on, 3 - weekday(on));
      const [ofYear = 0] = parts(thursday);
      const nth = (Date.parse(thursday) - Date.parse(`${ofYear}-01-01`)) / 86_400_000;
      return `${ofYear}-W${two(Math.floor(nth / 7) + 1)}`;
    }
    case 'month':
      return `${year}-${two(month)}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}

const formOf = (period: string) => forms.find(([, form]) => form.test(period))?.[0] ?? 'day';

/** The first date of a period. */
export function firstOf(period: string): string {
  const [year = 0, within = 1, dayOfMonth = 1] = parts(period);
  switch (formOf(period)) {
    case 'day':
      return date(year, within, dayOfMonth);
    case 'week': {
      const fourth = date(year, 1, 4);
      return addDays(fourth, (within - 1) * 7 - weekday(fourth));
    }
    case 'month':
      return date(year, within, 1);
    case 'quarter':
      return date(year, within * 3 - 2, 1);
    case 'year':
      return date(year, 1, 1);
  }
}

/** The last date of a period. */
export function lastOf(period: string): string {
  const [year = 0, within = 1] = parts(period);
  switch (formOf(period)) {
    case 'day':
      return period;
    case 'week':
      return addDays(firstOf(period), 6);
    case 'month':
      return date(year, within + 1, 0);
    case 'quarter':
      return date(year, within * 3 + 1, 0);
    case 'year':
      return date(year, 12, 31);
  }
}

/** The period after one, or before it. */
export function step(period: string, by: 1 | -1): string {
  return periodOf(formOf(period), by === 1 ? addDays(lastOf(period), 1) : addDays(firstOf(period), -1));
}

/** So many periods up to and with one, the last one first. */
export function back(period: string, count: number): string[] {
  const found = [period];
  while (found.length < count) found.push(step(found.at(-1) ?? period, -1));
  return found;
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/** A period in words: `March 2026`, `Week 10 of 2026`, `Q1 2026`, `Thu 5 Mar 2026`. */
export function periodName(period: string): string {
  const [year = 0, within = 1] = parts(period);
  switch (formOf(period)) {
    case 'day':
      return day(period);
    case 'week':
      return `Week ${within} of ${year}`;
    case 'month':
      return `${monthName.format(Date.UTC(year, within - 1))} ${year}`;
    case 'quarter':
      return `Q${within} ${year}`;
    case 'year':
      return period;
  }
}

/** A period in as few letters as a column has: `Mar 26`, `W10`, `Q1 26`, `5 Mar`. */
export function periodMark(period: string): string {
  const [year = 0, within = 1, dayOfMonth = 1] = parts(period);
  const inCentury = two(year % 100);
  switch (formOf(period)) {
    case 'day':
      return `${dayOfMonth} ${shortMonth.format(Date.UTC(year, within - 1))}`;
    case 'week':
      return `W${within} ${inCentury}`;
    case 'month':
      return `${shortMonth.format(Date.UTC(year, within - 1))} ${inCentury}`;
    case 'quarter':
      return `Q${within} ${inCentury}`;
    case 'year':
      return period;
  }
}
