import { day } from './time';
import type { EnumOf } from './graphql';

export type PeriodKind = EnumOf<'PeriodKind'>;

const dayLength = 86_400_000;
const dayNumber = (date: string) => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayLength);
const dateOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10);
const pad = (number: number) => String(number).padStart(2, '0');

/** How a kind of period is counted: the number of the one that holds a day, the first day of a number, and its name. */
interface Counting {
  of(day: number): number;
  first(number: number): number;
  name(number: number): string;
}

/** Months, quarters and years: as many of them in a year, counted from the year 0. */
function parts(perYear: number, name: (year: number, part: number) => string): Counting {
  const months = 12 / perYear;
  return {
    of(day) {
      const date = new Date(day * dayLength);
      return date.getUTCFullYear() * perYear + Math.floor(date.getUTCMonth() / months);
    },
    first: (number) => Date.UTC(Math.floor(number / perYear), (number % perYear) * months, 1) / dayLength,
    name: (number) => name(Math.floor(number / perYear), (number % perYear) + 1),
  };
}

/** ISO weeks, counted from the one of the first of January 1970, a Thursday. */
const weeks: Counting = {
  of: (day) => Math.floor((day + 3) / 7),
  first: (number) => number * 7 - 3,
  name(number) {
    const year = new Date((number * 7) * dayLength).getUTCFullYear();
    const first = weeks.of(dayNumber(`${year}-01-04`));
    return `${year}-W${pad(number - first + 1)}`;
  },
};

const countings: Record<PeriodKind, Counting> = {
  DAY: { of: (day) => day, first: (number) => number, name: dateOf },
  WEEK: weeks,
  MONTH: parts(12, (year, month) => `${year}-${pad(month)}`),
  QUARTER: parts(4, (year, quarter) => `${year}-Q${quarter}`),
  YEAR: parts(1, (year) => `${year}`),
};

/** How long a period is, by its name. */
export function kindOf(period: string): PeriodKind {
  if (/^\d{4}$/.test(period)) return 'YEAR';
  if (period.includes('Q')) return 'QUARTER';
  if (period.includes('W')) return 'WEEK';
  return period.length === 7 ? 'MONTH' : 'DAY';
}

function firstDayNumber(period: string): number {
  switch (kindOf(period)) {
    case 'YEAR':
      return dayNumber(`${period}-01-01`);
    case 'QUARTER':
      return dayNumber(`${period.slice(0, 4)}-${pad(Number(period.slice(6)) * 3 - 2)}-01`);
    case 'WEEK':
      return weeks.first(weeks.of(dayNumber(`${period.slice(0, 4)}-01-04`)) + Number(period.slice(6)) - 1);
    case 'MONTH':
      return dayNumber(`${period}-01`);
    case 'DAY':
      return dayNumber(period);
  }
}

function numberOf(period: string): number {
  return countings[kindOf(period)].of(firstDayNumber(period));
}

/** The period of a kind that holds a day. */
export function periodOf(kind: PeriodKind, date: string): string {
  return countings[kind].name(countings[kind].of(dayNumber(date)));
}

/** The period so many later, or earlier where it is less than 0. */
export function step(period: string, by: number): string {
  return countings[kindOf(period)].name(numberOf(period) + by);
}

/** How many periods of the same kind it is from one to the other. */
export function stepsBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** The first day of a period. */
export function firstDay(period: string): string {
  return dateOf(firstDayNumber(period));
}

/** The last day of a period. */
export function lastDay(period: string): string {
  return dateOf(firstDayNumber(step(period, 1)) - 1);
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A period in words that fit into a cell, such as `Mar 2026`, `Q1 2026`, `W09 2026`. */
export function spellPeriod(period: string): string {
  const [year = '', part = ''] = period.split('-');
  switch (kindOf(period)) {
    case 'DAY':
      return day(period);
    case 'MONTH':
      return month.format(new Date(`${period}-01T00:00:00Z`));
    case 'YEAR':
      return period;
    default:
      return `${part} ${year}`;
  }
}
