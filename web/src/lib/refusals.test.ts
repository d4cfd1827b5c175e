import { expect, test } from 'vitest';
import { byField, refusalsIn } from './refusals';

const stale = { code: 'DEVIATION_STALE', field: 'revision', message: 'read it again' };
const whole = { code: 'OWN_FIGURE', field: null, message: 'not for your own company' };

test('refusals are found in every payload', () => {
  expect(refusalsIn({ first: { refusals: [stale] }, second: { noun: null, refusals: [whole] } })).toEqual([stale, whole]);
  expect(refusalsIn({ done: { noun: { id: '1' }, refusals: [] } })).toEqual([]);
  expect(refusalsIn(undefined)).toEqual([]);
});

test('a refusal stands at the field that caused it, by the name that the form has for it', () => {
  expect(byField([stale, whole])).toEqual({ revision: 'read it again' });
  expect(byField([{ ...stale, field: 'tasks.0.dueOn' }], { 'tasks.0.dueOn': 'due' })).toEqual({ due: 'read it again' });
});
