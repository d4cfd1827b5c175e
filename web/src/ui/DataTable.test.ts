import { expect, test } from 'vitest';
import { target } from './DataTable';

test('keys lead from row to row and stop at the ends', () => {
  expect(target('ArrowDown', undefined, 3)).toBe(0);
  expect(target('ArrowDown', 2, 3)).toBe(2);
  expect(target('ArrowUp', 0, 3)).toBe(0);
  expect(target('ArrowUp', undefined, 3)).toBeUndefined();
  expect(target('End', 0, 3)).toBe(2);
  expect(target('Home', 2, 3)).toBe(0);
  expect(target('Tab', 1, 3)).toBeUndefined();
  expect(target('End', undefined, 0)).toBeUndefined();
});
