import { expect, test } from 'vitest';
import { compare, difference, figure } from './figures';

test('figures are told without a float between', () => {
  expect(figure('0.933884', 'SHARE')).toBe('93.39\u00a0%');
  expect(figure('0.95', 'SHARE')).toBe('95\u00a0%');
  expect(figure('1', 'SHARE')).toBe('100\u00a0%');
  expect(figure('12345678901234567.895', 'EUR')).toBe('12,345,678,901,234,567.9\u00a0€');
  expect(figure('4.125', 'HOURS')).toBe('4.13\u00a0h');
  expect(figure('-0.001', 'HOURS')).toBe('0\u00a0h');
});

test('a difference has a sign', () => {
  expect(difference('0.018193', 'SHARE')).toBe('+1.82\u00a0pp');
  expect(difference('-0.5', 'HOURS')).toBe('−0.5\u00a0h');
  expect(difference('0', 'COUNT')).toBe('0');
});

test('exact decimals are compared exactly', () => {
  expect(compare('0.1', '0.10')).toBe(0);
  expect(compare('0.96', '0.959999')).toBe(1);
  expect(compare('-2', '1')).toBe(-1);
  expect(compare('9007199254740993', '9007199254740992')).toBe(1);
});
