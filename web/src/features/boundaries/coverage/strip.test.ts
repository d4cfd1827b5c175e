import { expect, test } from 'vitest';
import { daysLater, daysOf, type Lane, laneOf, mondayOf, piecesOf, spanOf, type Stretch } from './strip';

const zone = 'Europe/Vienna';
const lane = (id: string, company: string, responsibility = 'ACCOUNTABLE', from = '2026-01-01', until: string | null = null): Lane => ({
  id,
  company: { id: company, name: company },
  history: [{ from, until, version: { content: { responsibility } } }],
});
const stretch = (from: string, until: string, demanded: boolean, ...by: string[]): Stretch => ({ from, until, demanded, boundaries: by.map((id) => ({ id })) });
const hours = (length: number) => length * 3_600_000;
const week = spanOf('2026-03-02', 7, zone);

test('a week begins on a Monday', () => {
  expect(['2026-03-01', '2026-03-02', '2026-03-05', '2026-03-08'].map(mondayOf)).toEqual(['2026-02-23', '2026-03-02', '2026-03-02', '2026-03-02']);
  expect(daysLater('2026-02-28', 7)).toBe('2026-03-07');
});

test('the week of a change of clocks is an hour shorter or longer, and so is its Sunday', () => {
  const [spring, autumn] = [spanOf('2026-03-23', 7, zone), spanOf('2026-10-19', 7, zone)];
  expect([spring, autumn].map(([from, until]) => until - from)).toEqual([hours(167), hours(169)]);
  const widths = daysOf(spring, zone).map(({ width }) => Math.round((width * 167) / 100));
  expect(widths).toEqual([24, 24, 24, 24, 24, 24, 23]);
});

test('the days of another zone are cut where the strip begins and ends', () => {
  const days = daysOf(week, 'UTC');
  expect(days.map(({ date }) => date.slice(5))).toEqual(['03-01', '03-02', '03-03', '03-04', '03-05', '03-06', '03-07', '03-08']);
  expect(days[0]).toMatchObject({ left: 0 });
  expect(days[0]?.width).toBeCloseTo(100 / 168);
  expect(days.at(-1)?.width).toBeCloseTo((23 * 100) / 168);
  expect(days.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
});

test('a gap is what is demanded and not covered, an overlap what two companies are accountable for', () => {
  const lanes = [lane('a', 'one'), lane('b', 'two'), lane('c', 'two', 'RESPONSIBLE'), lane('d', 'one')];
  const day = (from: number, until: number, demanded: boolean, ...by: string[]) =>
    stretch(`2026-03-02T${String(from).padStart(2, '0')}:00:00Z`, `2026-03-02T${String(until).padStart(2, '0')}:00:00Z`, demanded, ...by);
  const pieces = piecesOf(
    [day(0, 1, true), day(1, 2, false), day(2, 3, true, 'a', 'b'), day(3, 4, true, 'a', 'c'), day(4, 5, true, 'a', 'd'), day(5, 6, false, 'a', 'b')],
    lanes,
    week,
    zone,
  );
  expect(pieces.map(({ kind }) => kind)).toEqual(['gap', 'idle', 'overlap', 'covered', 'covered', 'beyond']);
});

test('who is accountable is asked of the version that holds on that day', () => {
  const later = { ...lane('b', 'two'), history: [{ from: '2026-03-05', until: null, version: { content: { responsibility: 'ACCOUNTABLE' } } }] };
  const pieces = piecesOf([stretch('2026-03-04T10:00:00Z', '2026-03-04T11:00:00Z', true, 'a', 'b'), stretch('2026-03-04T23:00:00Z', '2026-03-05T01:00:00Z', true, 'a', 'b')], [lane('a', 'one'), later], week, zone);
  expect(pieces.map(({ kind }) => kind)).toEqual(['covered', 'overlap']);
});

test('pieces that say the same and touch are one, and places are shares of the week', () => {
  const pieces = piecesOf(
    [stretch('2026-03-01T23:00:00Z', '2026-03-02T11:00:00Z', true, 'a'), stretch('2026-03-02T11:00:00Z', '2026-03-02T23:00:00Z', true, 'a'), stretch('2026-03-02T23:00:00Z', '2026-03-08T23:00:00Z', true)],
    [lane('a', 'one')],
    week,
    zone,
  );
  expect(pieces.map(({ kind }) => kind)).toEqual(['covered', 'gap']);
  expect(pieces[0]?.width).toBeCloseTo(100 / 7);
  expect(pieces[1]?.left).toBeCloseTo(100 / 7);
});

test('a lane tells when one boundary covers, whoever else does', () => {
  const pieces = piecesOf(
    [stretch('2026-03-02T06:00:00Z', '2026-03-02T08:00:00Z', true, 'a'), stretch('2026-03-02T08:00:00Z', '2026-03-02T10:00:00Z', true, 'a', 'b'), stretch('2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z', true)],
    [lane('a', 'one'), lane('b', 'two')],
    week,
    zone,
  );
  expect(laneOf(pieces, 'a', week).map(({ from, until }) => [from.slice(11, 13), until.slice(11, 13)])).toEqual([['06', '10']]);
  expect(laneOf(pieces, 'c', week)).toEqual([]);
});
