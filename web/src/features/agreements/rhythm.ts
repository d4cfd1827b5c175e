import { plural, selectOrdinal, t } from '@lingui/core/macro';
import { day } from '~/lib/time';

/** What an RFC 5545 rule says, part by part. */
function partsOf(rule: string): Map<string, string> {
  return new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
}

/** The Monday of a week, from which the names of the days are taken. */
const monday = Date.UTC(2026, 0, 5);
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A day of a rule, such as `MO` or `3WE`, in words. */
function dayIn(rule: string): string {
  const at = days.indexOf(rule.slice(-2));
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(monday + at * 86_400_000);
  const nth = Number(rule.slice(0, -2));
  if (nth === -1) return t`last ${name}`;
  if (nth < 0) return selectOrdinal(-nth, { two: `#nd last ${name}`, few: `#rd last ${name}`, other: `#th last ${name}` });
  return nth > 0 ? selectOrdinal(nth, { one: `#st ${name}`, two: `#nd ${name}`, few: `#rd ${name}`, other: `#th ${name}` }) : name;
}

/** Tells when a cadence comes, in words where its rule is a plain one: else the rule itself stands beside its beginning. */
export function rhythm(starts: string, rule: string | null): string {
  const [date = '', time = ''] = starts.split('T');
  const from = day(date);
  if (!rule) return t`once, ${from}, ${time}`;
  const parts = partsOf(rule);
  const every = Number(parts.get('INTERVAL') ?? 1);
  const plain = [...parts.keys()].every((key) => ['FREQ', 'INTERVAL', 'BYDAY'].includes(key));
  const named = parts.get('BYDAY')?.split(',').map(dayIn).join(', ');
  const on = named ? ` (${named})` : '';
  const unit = parts.get('FREQ');
  if (!plain) return t`${rule}, from ${from}, ${time}`;
  if (unit === 'DAILY') return plural(every, { one: `every day, ${time}`, other: `every # days, ${time}` });
  if (unit === 'WEEKLY') return plural(every, { one: `every week${on}, ${time}`, other: `every # weeks${on}, ${time}` });
  if (unit === 'MONTHLY') return plural(every, { one: `every month${on}, ${time}`, other: `every # months${on}, ${time}` });
  return plural(every, { one: `every year, ${from}, ${time}`, other: `every # years, ${from}, ${time}` });
}
