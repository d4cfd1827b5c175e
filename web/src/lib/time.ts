/** How far the server's clock is ahead of this machine's, in milliseconds. What is due is due by the server's. */
let ahead = 0;

/** Sets this clock by the server's. */
export function setClock(serverNow: string): void {
  ahead = Date.parse(serverNow) - Date.now();
}

/** Now, by the server's clock, in milliseconds since 1970. */
export function now(): number {
  return Date.now() + ahead;
}

/** The zone of whoever sits here. */
export const hereZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a wall clock in a zone shows at a moment, as the API and date inputs write it: `2026-03-02T09:15`. */
export function wallClock(instant: string | number, zone: string = hereZone): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = format(zone, options).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Today in a zone, as the API writes days. */
export function today(zone: string = hereZone): string {
  return wallClock(now(), zone).slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** Without the comma that English puts behind a weekday. */
const plain = (text: string) => text.replace(/^(\w+),/, '$1');

/** A moment in a zone, such as `Mon 2 Mar 2026, 09:15`. */
export function moment(instant: string, zone: string = hereZone): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return plain(format(zone, options).format(new Date(instant)));
}

/** The hour of a moment in a zone, such as `09:15`. */
export function hour(instant: string, zone: string = hereZone): string {
  return format(zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** A day, such as `Mon 2 Mar 2026`. */
export function day(date: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return plain(format('UTC', options).format(new Date(`${date}T00:00:00Z`)));
}

const iso = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** An ISO 8601 duration, as the API writes it, in milliseconds; a day has 24 hours. */
export function lengthOf(duration: string): number {
  const [, sign, ...parts] = iso.exec(duration) ?? [];
  const seconds = [604_800, 86_400, 3_600, 60, 1].reduce((sum, unit, at) => sum + unit * Number(parts[at] ?? 0), 0);
  return (sign ? -1 : 1) * seconds * 1000;
}

/** A length in words that fit into a cell: `3 d 4 h`, `2 h 05 min`, `12 min`, `40 s`. */
export function spell(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  const sign = milliseconds < 0 ? '−' : '';
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor((seconds % 86_400) / 3_600), Math.floor((seconds % 3_600) / 60)];
  if (days > 0) return `${sign}${days} d${hours > 0 ? ` ${hours} h` : ''}`;
  if (hours > 0) return `${sign}${hours} h${minutes > 0 ? ` ${String(minutes).padStart(2, '0')} min` : ''}`;
  if (minutes > 0) return `${sign}${minutes} min`;
  return `${sign}${seconds} s`;
}

/** A duration of the API in words. */
export function spellDuration(duration: string): string {
  return spell(lengthOf(duration));
}

/** How long until a moment, by the server's clock, in milliseconds; negative when it has passed. */
export function until(instant: string): number {
  return Date.parse(instant) - now();
}
