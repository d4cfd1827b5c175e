import { expect, test } from 'vitest';
import { spoilt } from './cache';

const failed = (...path: string[]) => ({ graphQLErrors: [{ path }] });

test('what a refusal below took away is not remembered as missing', () => {
  expect(spoilt({ data: { node: null }, error: failed('node', 'wouldChange') })).toBe(true);
});

test('what is not there, and what came without one of its parts, is remembered', () => {
  expect(spoilt({ data: { node: null } })).toBe(false);
  expect(spoilt({ data: { node: null }, error: failed('node') })).toBe(false);
  expect(spoilt({ data: { agreement: { deadLetters: null } }, error: failed('agreement', 'deadLetters') })).toBe(false);
  expect(spoilt({ error: failed('agreement', 'deadLetters') })).toBe(false);
});
