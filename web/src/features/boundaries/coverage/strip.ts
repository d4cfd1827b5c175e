import { Temporal } from 'temporal-polyfill';

/** A stretch of time, as the API tells it: who covers it, and whether it is demanded. */
export interface Stretch {
  from: string;
  until: string;
  demanded: boolean;
  boundaries: readonly { id: string }[];
}

/** What is known of a boundary that covers something. */
export interface Lane {
  id: string;
  company: { id: string; name: string } | null;
  history: readonly { from: string; until: string | null; version: { content: { responsibility: string } } }[];
}

export type PieceKind = 'gap' | 'overlap' | 'covered' | 'beyond' | 'idle';

/** A stretch with its place on the strip, in hundredths of its width. */
export interface Piece {
  from: string;
  until: string;
  left: number;
  width: number;
  kind: PieceKind;
  /** The ids of the boundaries that cover it. */
  by: readonly string[];
}

/** A local day with its place on the strip. */
interface DayMark {
  date: string;
  left: number;
  width: number;
}

/** The instants between which a strip runs, in milliseconds. */
export type Span = readonly [from: number, until: number];

const midnight = (date: Temporal.PlainDate, zone: string) => date.toZonedDateTime({ timeZone: zone }).epochMilliseconds;

/** A day so many days later. */
export function daysLater(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The Monday of a day's week. */
export function mondayOf(date: string): string {
  return daysLater(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
}

/** From local midnight of a day until that of so many days later; days of a change of clocks are shorter or longer. */
export function spanOf(date: string, days: number, zone: string): Span {
  const first = Temporal.PlainDate.from(date);
  return [midnight(first, zone), midnight(first.add({ days }), zone)];
}

function placed([start, end]: Span, from: number, until: number): { left: number; width: number } {
  const share = (at: number) => ((Math.min(Math.max(at, start), end) - start) / (end - start)) * 100;
  return { left: share(from), width: share(until) - share(from) };
}

/** The local days of a zone that fall into the strip; the first and the last one as far as they do. */
export function daysOf(span: Span, zone: string): DayMark[] {
  const days: DayMark[] = [];
  let date = Temporal.Instant.fromEpochMilliseconds(span[0]).toZonedDateTimeISO(zone).toPlainDate();
  for (let from = midnight(date, zone); from < span[1]; from = midnight(date, zone)) {
    const next = date.add({ days: 1 });
    days.push({ date: date.toString(), ...placed(span, from, midnight(next, zone)) });
    date = next;
  }
  return days;
}

/** Whose company is accountable for a stretch that begins on a local day: overlaps are between companies. */
function accountable(lanes: ReadonlyMap<string, Lane>, by: readonly string[], on: string): Set<string> {
  const owners = by.flatMap((id) => {
    const lane = lanes.get(id);
    const held = lane?.history.find(({ from, until }) => from <= on && (until === null || on < until));
    return held?.version.content.responsibility === 'ACCOUNTABLE' && lane?.company ? [lane.company.id] : [];
  });
  return new Set(owners);
}

function kindOf({ demanded, boundaries }: Stretch, owners: number): PieceKind {
  if (boundaries.length === 0) return demanded ? 'gap' : 'idle';
  if (!demanded) return 'beyond';
  return owners > 1 ? 'overlap' : 'covered';
}

/** The whole strip, piece by piece; neighbours that say the same are one. */
export function piecesOf(stretches: readonly Stretch[], lanes: readonly Lane[], span: Span, zone: string): Piece[] {
  const known = new Map(lanes.map((lane) => [lane.id, lane]));
  const pieces: Piece[] = [];
  for (const stretch of stretches) {
    const by = stretch.boundaries.map(({ id }) => id);
    const on = Temporal.Instant.from(stretch.from).toZonedDateTimeISO(zone).toPlainDate().toString();
    pieces.push(pieceOf(span, stretch.from, stretch.until, kindOf(stretch, accountable(known, by, on).size), by));
  }
  return joined(pieces, span);
}

/** When one boundary covers, out of the whole strip. */
export function laneOf(pieces: readonly Piece[], id: string, span: Span): Piece[] {
  const own = pieces.filter(({ by }) => by.includes(id)).map(({ from, until, kind }) => pieceOf(span, from, until, kind === 'beyond' ? 'beyond' : 'covered', [id]));
  return joined(own, span);
}

function pieceOf(span: Span, from: string, until: string, kind: PieceKind, by: readonly string[]): Piece {
  return { from, until, kind, by, ...placed(span, Date.parse(from), Date.parse(until)) };
}

function joined(pieces: readonly Piece[], span: Span): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const same = last && last.until === piece.from && last.kind === piece.kind && last.by.join() === piece.by.join();
    if (same) all[all.length - 1] = pieceOf(span, last.from, piece.until, piece.kind, piece.by);
    else all.push(piece);
  }
  return all;
}
