import { msg } from '@lingui/core/macro';
import type { EnumOf } from './graphql';
import { i18n } from './i18n';

export type Unit = EnumOf<'Unit'>;

const places = 6;
const one = 10n ** BigInt(places);

/** An exact decimal of the API in millionths. */
export function millionths(decimal: string): bigint {
  const [, sign, whole = '0', part = ''] = /^(-)?(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const size = BigInt(whole) * one + BigInt(part.padEnd(places, '0').slice(0, places));
  return sign ? -size : size;
}

/** Below 0 where the first is less, 0 where they are equal, above 0 where it is more. */
export function compare(first: string, second: string): number {
  const gap = millionths(first) - millionths(second);
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

/** A decimal with two places at most, halves rounded away from 0, and thousands apart. */
function told(size: bigint): string {
  const step = one / 100n;
  const hundredths = ((size < 0n ? -size : size) + step / 2n) / step;
  const whole = (hundredths / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const part = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${size < 0n && hundredths > 0n ? '−' : ''}${whole}${part ? `.${part}` : ''}`;
}

function withUnit(number: string, unit: Unit, share: string): string {
  switch (unit) {
    case 'SHARE':
    case 'PERCENT':
      return `${number}\u00a0${share}`;
    case 'COUNT':
      return number;
    case 'SECONDS':
      return `${number}\u00a0s`;
    case 'MINUTES':
      return `${number}\u00a0min`;
    case 'HOURS':
      return `${number}\u00a0h`;
    case 'DAYS':
      return `${number}\u00a0d`;
    case 'POINTS':
      return i18n._(msg`${number} points`);
    case 'EUR':
      return `${number}\u00a0€`;
    case 'USD':
      return `${number}\u00a0$`;
  }
}

const shown = (value: string, unit: Unit) => told(unit === 'SHARE' ? millionths(value) * 100n : millionths(value));

/** A figure in its unit, such as `93.39 %` or `4.2 h`, never broken between the two: for reading; what is compared is the exact decimal. */
export function figure(value: string, unit: Unit): string {
  return withUnit(shown(value, unit), unit, '%');
}

/** A difference of figures with its sign, such as `+1.82 pp` (points of a percentage) or `−0.5 h`. */
export function difference(value: string, unit: Unit): string {
  const number = shown(value, unit);
  return withUnit(number === '0' || number.startsWith('−') ? number : `+${number}`, unit, 'pp');
}
