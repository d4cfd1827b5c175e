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
}

const spellings: Record<Unit, Spelling> = {
  SHARE: { style: { style: 'percent' } },
  PERCENT: { sign: '%' },
  COUNT: {},
  SECONDS: { sign: ' s' },
  MINUTES: { sign: ' min' },
  HOURS: { sign: ' h' },
  DAYS: { sign: ' d' },
  POINTS: {},
  EUR: { style: { style: 'currency', currency: 'EUR' } },
  USD: { style: { style: 'currency', currency: 'USD' } },
};

const formats = new Map<string, Intl.NumberFormat>();

interface Digits {
  least: number;
  most: number;
  signed?: boolean;
}

function spelled(value: string, { style, sign = '' }: Spelling, { least, most, signed = false }: Digits): string {
  const options: Intl.NumberFormatOptions = { ...style, minimumFractionDigits: least, maximumFractionDigits: most, signDisplay: signed ? 'exceptZero' : 'negative' };
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat('en-GB', options);
  formats.set(key, format);
  return `${format.format(exact(value)).replace('-', '−')}${sign}`;
}

/** Whole numbers stand alone; the others have two digits at least, so that they line up in a column. */
const least = (value: string, { style }: Spelling) => (millionths(value) % (style?.style === 'percent' ? scale / 100n : scale) === 0n ? 0 : 2);

/**
 * A figure with its unit, such as `95.26%` or `6.92 h`. Beside a value that it is compared with, such as its target, it gets as many digits
 * as it takes to tell the two apart.
 */
export function figure(value: string, unit: Unit, beside?: string | null): string {
  const spelling = spellings[unit];
  const same = (most: number) => beside && spelled(value, spelling, { least: most, most }) === spelled(beside, spelling, { least: most, most });
  let most = 2;
  while (most < places && beside && millionths(beside) !== millionths(value) && same(most)) most += 1;
  return spelled(value, spelling, { least: least(value, spelling), most });
}

/** A figure with all of its digits. */
export function exactly(value: string, unit: Unit): string {
  return spelled(value, spellings[unit], { least: least(value, spellings[unit]), most: places });
}

/** How far apart two figures are, exactly and with a sign; the distance of two shares is told in points of a hundred. */
export function difference(value: string, unit: Unit): string {
  const share = unit === 'SHARE' || unit === 'PERCENT';
  const points = unit === 'SHARE' ? decimal(millionths(value) * 100n) : value;
  const spelling = share ? { sign: ' pp' } : spellings[unit];
  return spelled(points, spelling, { least: least(points, spelling), most: places, signed: true });
}

