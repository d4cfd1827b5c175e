import { expect, test } from 'vitest';
import { offsetOf, problemsIn } from './problems';

test('a problem is told with its place, in the order of the file', () => {
  expect(
    problemsIn([
      { message: 'line 12, column 3: unknown key; known here: code, name' },
      { message: 'line 3, column 8: this is no YAML: unclosed bracket' },
      { message: 'A version is being signed.' },
    ]),
  ).toEqual([
    { line: null, column: null, message: 'A version is being signed.' },
    { line: 3, column: 8, message: 'this is no YAML: unclosed bracket' },
    { line: 12, column: 3, message: 'unknown key; known here: code, name' },
  ]);
});

test('a place is found in the text, and never beyond its end', () => {
  const text = 'agreement:\n  code: x\n  zone: y';
  expect(text.slice(offsetOf(text, 2, 3), offsetOf(text, 2, 7))).toBe('code');
  expect(offsetOf(text, 1, 1)).toBe(0);
  expect(offsetOf(text, 9, 9)).toBe(text.length);
});
