import { expect, test } from 'vitest';
import { type Content, emptyLimit } from '../content/content';
import { complete, inputOf, tidied, writtenPath } from './redraw';

const takeOver = { company: 'c2', team: 't2', information: ['', 'Port', ''], acceptance: null };
const content: Content = {
  title: 'Network',
  team: 't1',
  responsibility: 'ACCOUNTABLE',
  included: ['Switches', ' ', 'Routers'],
  excluded: [],
  limits: [{ ...emptyLimit('HOURS'), calendar: 'office', names: ['left over'], takeOver }],
  evidence: [
    { title: '', url: '' },
    { title: 'Contract', url: '' },
  ],
};

test('lines that are still empty are not sent', () => {
  const sent = tidied(content);
  expect(sent.included).toEqual(['Switches', 'Routers']);
  expect(sent.evidence).toEqual([{ title: 'Contract', url: '' }]);
  expect(sent.limits[0]?.takeOver?.information).toEqual(['Port']);
});

test('what is refused is found where it was written', () => {
  const places = ['title', 'included.2', 'evidence.1', 'limits.hours.beyond.take_over.information.1', 'limits.hours.within', 'included.9'].map((path) => writtenPath(content, path));
  expect(places).toEqual(['title', 'included.3', 'evidence.2', 'limits.hours.beyond.take_over.information.2', 'limits.hours.within', 'included.9']);
});

test('of a limit only that is sent which its dimension asks for', () => {
  expect(inputOf(content).limits).toEqual([{ dimension: 'HOURS', calendar: 'office', note: null, takeOver }]);
  const volume = inputOf({ ...content, limits: [{ ...emptyLimit('VOLUME'), cases: 8, calendar: 'left over' }] });
  expect(volume.limits).toEqual([{ dimension: 'VOLUME', cases: 8, period: 'MONTH', note: null, takeOver: null }]);
});

test('a limit is complete once it says what is within it', () => {
  const told = [emptyLimit('HOURS'), emptyLimit('REGION'), emptyLimit('VOLUME'), emptyLimit('RESPONSE'), content.limits[0] ?? emptyLimit('HOURS'), { ...emptyLimit('CONCURRENT'), cases: 3 }];
  expect(told.map(complete)).toEqual([false, false, false, false, true, true]);
});
