import { expect, test } from 'vitest';
import { filterOf } from './wanted';

test('what is overdue is open and was due before today', () => {
  expect(filterOf({ state: 'OVERDUE', company: '' }, '2026-03-05')).toEqual({ company: null, state: ['OPEN'], dueBefore: '2026-03-05' });
});

test('an address that asks for no state there is gets all', () => {
  expect(filterOf({ state: '', company: 'c' }, '2026-03-05')).toEqual({ company: 'c', state: null, dueBefore: null });
  expect(filterOf({ state: 'LATE', company: '' }, '2026-03-05').state).toBeNull();
});
