import type { EnumOf } from './graphql';

/** What a figure is counted in. */
export type Unit = EnumOf<'Unit'>;

const places = 6;
const scale = 10n ** BigInt(places);
const pattern = /^(-)?(\d+)(?:\.(\d{1,6}))?$/;

/** An exact decimal of the API in millionths, to add and compare without rounding. */
export function millionths(decimal: string): bigint {
  const [, sign, whole = '0', part = ''] = pattern.exec(decimal) ?? [];
  const size = BigInt(whole) * scale + BigInt(part.padEnd(places, '0'));
  return sign ? -size : size;
}

/** Millionths as an exact decimal of the API. */
export function decimal(size: bigint): string {
  const [sign, plain] = size < 0n ? ['-', -size] : ['', size];
  const part = (plain % scale).toString().padStart(places, '0').replace(/0+$/, '');
  return `${sign}${plain / scale}${part && `.${part}`}`;
}

/** Exact as text, which the formatter reads without rounding; TypeScript wants it to look like a number. */
const exact = (text: string) => text as `${number}`;

interface Spelling {
  style?: Intl.NumberFormatOptions;
  sign?: string;
  digits: number;
}

const spellings: Record<Unit, Spelling> = {
  SHARE: { style: { style: 'percent' }, digits: 2 },
  PERCENT: { sign: '%', digits: 2 },
  COUNT: { digits: 2 },
  SECONDS: { sign: ' s', digits: 2 },
  MINUTES: { sign: ' min', digits: 2 },
  HOURS: { sign: ' h', digits: 2 },
  DAYS: { sign: ' d', digits: 2 },
  POINTS: { digits: 2 },
  EUR: { style: { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 }, digits: 2 },
  USD: { style: { style: 'currency', currency: 'USD', minimumFractionDigits: 0 }, digits: 2 },
};

const formats = new Map<string, Intl.NumberFormat>();

function spelled(value: string, { style, sign = '' }: Spelling, digits: number, signed: boolean): string {
  const options: Intl.NumberFormatOptions = { ...style, maximumFractionDigits: digits, signDisplay: signed ? 'exceptZero' : 'negative' };
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat('en-GB', options);
  formats.set(key, format);
  return `${format.format(exact(value)).replace('-', '−')}${sign}`;
}

/**
 * A figure with its unit, such as `95.26%` or `6.92 h`. Beside a value that it is compared with, such as its target, it gets as many digits
 * as it takes to tell the two apart.
 */
export function figure(value: string, unit: Unit, beside?: string | null): string {
  const spelling = spellings[unit];
  for (let digits = spelling.digits; digits < places; digits += 1) {
    const told = spelled(value, spelling, digits, false);
    if (!beside || millionths(beside) === millionths(value) || told !== spelled(beside, spelling, digits, false)) return told;
  }
  return exactly(value, unit);
}

/** A figure with all of its digits. */
export function exactly(value: string, unit: Unit): string {
  return spelled(value, spellings[unit], places, false);
}

/** How far apart two figures are, exactly and with a sign; the distance of two shares is told in points of a hundred. */
export function difference(value: string, unit: Unit): string {
  const share = unit === 'SHARE' || unit === 'PERCENT';
  const points = unit === 'SHARE' ? decimal(millionths(value) * 100n) : value;
  return spelled(points, share ? { sign: ' pp', digits: places } : spellings[unit], places, true);
}

