import { expect, test } from 'vitest';
import { decimal, difference, exactly, figure, millionths } from './figure';

test('decimals are exact in both directions', () => {
  for (const text of ['0', '0.000001', '-0.5', '26000', '-1234.56789', '9007199254740993.000001']) expect(decimal(millionths(text))).toBe(text);
  expect(millionths('0.1') + millionths('0.2')).toBe(millionths('0.3'));
});

test('figures carry their unit', () => {
  expect(figure('0.952632', 'SHARE')).toBe('95.26%');
  expect(figure('1', 'SHARE')).toBe('100%');
  expect(figure('6.920995', 'HOURS')).toBe('6.92 h');
  expect(figure('26000', 'EUR')).toBe('€26,000');
  expect(figure('-3.5', 'COUNT')).toBe('−3.50');
});

test('a figure that misses its target never reads like the target', () => {
  expect(figure('0.929999', 'SHARE')).toBe('93.00%');
  expect(figure('0.929999', 'SHARE', '0.93')).toBe('92.9999%');
  expect(figure('0.93', 'SHARE', '0.93')).toBe('93%');
  expect(figure('10.004', 'HOURS', '10')).toBe('10.004 h');
});

test('differences are exact and signed, those of shares in points', () => {
  expect(difference('0.012396', 'SHARE')).toBe('+1.2396 pp');
  expect(difference('-0.007155', 'SHARE')).toBe('−0.7155 pp');
  expect(difference('0', 'HOURS')).toBe('0 h');
  expect(exactly('0.999071', 'SHARE')).toBe('99.9071%');
});
