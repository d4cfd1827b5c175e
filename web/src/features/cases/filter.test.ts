import { expect, test } from 'vitest';
import { filterOf } from './filter';

test('the address says which cases are wanted, and nothing that is no filter reaches the server', () => {
  expect(filterOf(new URLSearchParams('phase=unfinished&kind=COMPLAINT&flag=yes&priority=high&reference=C-7&queue=all'))).toEqual({
    phase: ['OPEN', 'PAUSED'],
    kind: ['COMPLAINT'],
    redFlag: true,
    priority: ['high'],
    reference: 'C-7',
  });
  expect(filterOf(new URLSearchParams('phase=broken&kind=&flag=no'))).toEqual({});
});
