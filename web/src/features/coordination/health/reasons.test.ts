import { expect, test } from 'vitest';
import { isWeak, reasonsOf } from './reasons';

const sign = (value: string | null) => ({ sign: 'ACTIONS' as const, weight: '1', good: null, total: null, value, earlier: null });

test('health warns at its limits, exactly', () => {
  expect(reasonsOf({ value: '0.75', change: '-0.099999', signs: [sign('0.5')] })).toEqual([]);
  expect(reasonsOf({ value: '0.749999', change: '-0.1', signs: [sign('0.499999')] })).toEqual([{ kind: 'low' }, { kind: 'fell' }, { kind: 'sign', sign: 'ACTIONS' }]);
});

test('what has nothing to say is no reason', () => {
  expect(reasonsOf({ value: null, change: null, signs: [sign(null)] })).toEqual([]);
  expect(isWeak(null)).toBe(false);
});
