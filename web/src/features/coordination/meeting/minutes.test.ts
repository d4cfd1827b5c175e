import { expect, test } from 'vitest';
import { mergeOf } from './minutes';

test('whoever has written nothing sees what others write', () => {
  expect(mergeOf({ base: 'one' }, 'one', 'one two')).toBe('take');
});

test('what only oneself has written is saved', () => {
  expect(mergeOf({ base: 'one' }, 'one mine', 'one')).toBe('save');
});

test('one goes on writing while the text is on its way, and after it has arrived', () => {
  expect(mergeOf({ base: 'one', sent: 'one mine' }, 'one mine and more', 'one')).toBe('save');
  expect(mergeOf({ base: 'one', sent: 'one mine' }, 'one mine and more', 'one mine')).toBe('save');
});

test('what was saved can be taken back to what it was', () => {
  expect(mergeOf({ base: 'one', sent: 'one mine' }, 'one', 'one mine')).toBe('save');
});

test('nothing of two who wrote is lost: whoever writes is asked', () => {
  expect(mergeOf({ base: 'one' }, 'one mine', 'one theirs')).toBe('conflict');
  // also where one's own was sent, and came too late
  expect(mergeOf({ base: 'one', sent: 'one mine' }, 'one mine', 'one theirs')).toBe('conflict');
});

test('what is the same needs nothing', () => {
  expect(mergeOf({ base: 'one' }, 'two', 'two')).toBe('same');
});
