import { expect, test } from 'vitest';
import { filterOf } from './filter';

const none = { state: '', trigger: '', company: '', level: '', mine: '' };

test('what is under way is open or answered', () => {
  expect(filterOf({ ...none, state: 'UNDER_WAY' }).state).toEqual(['OPEN', 'ANSWERED']);
});

test('what the address asks for that there is not is left out', () => {
  expect(filterOf({ state: 'LATE', trigger: 'MOON', company: '', level: '0', mine: 'no' })).toEqual({ state: null, trigger: null, company: null, level: null, mine: null });
  expect(filterOf({ state: 'CLOSED', trigger: 'RED_FLAG', company: 'c', level: '2', mine: 'yes' })).toEqual({ state: ['CLOSED'], trigger: ['RED_FLAG'], company: 'c', level: 2, mine: true });
});
