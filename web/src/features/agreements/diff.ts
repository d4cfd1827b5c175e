/** A piece of a text that was changed: it stayed, it went, or it is new. */
interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond so many comparisons the texts are shown as a whole, the old one and the new one. */
const most = 1_000_000;

const wordsOf = (text: string) => text.match(/\s+|[,[\]]|[^\s,[\]]+/g) ?? [];

/** What a text has become, word by word: the longest common order of words stays. */
export function compare(before: string, after: string): Piece[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  if (old.length * young.length > most) return together([...old.map(gone), ...young.map(fresh)]);
  const common = commonLengths(old, young);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < young.length) {
    if (old[i] === young[j]) pieces.push({ kind: 'same', text: old[i] ?? '' });
    if (old[i] === young[j]) [i, j] = [i + 1, j + 1];
    else if (at(common, i + 1, j) >= at(common, i, j + 1)) pieces.push(gone(old[i++] ?? ''));
    else pieces.push(fresh(young[j++] ?? ''));
  }
  return together([...pieces, ...old.slice(i).map(gone), ...young.slice(j).map(fresh)]);
}

const gone = (text: string): Piece => ({ kind: 'gone', text });
const fresh = (text: string): Piece => ({ kind: 'new', text });
const at = (table: number[][], i: number, j: number) => table[i]?.[j] ?? 0;

/** For every two rests of the texts, how many words they have in common, in order. */
function commonLengths(old: string[], young: string[]): number[][] {
  const table: number[][] = Array.from({ length: old.length + 1 }, () => []);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row) row[j] = old[i] === young[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

/** Neighbours of one kind become one piece. */
function together(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** A change of the terms, such as `kpis.sla-met.targets`. */
export interface Change {
  path: string;
  before: string | null;
  after: string | null;
}

/** Changes by the section of the agreement file in which they stand, in the order in which they came. */
export function bySection<C extends Change>(changes: readonly C[]): [string, C[]][] {
  const sections = new Map<string, C[]>();
  for (const change of changes) {
    const [section = ''] = change.path.split('.');
    sections.set(section, [...(sections.get(section) ?? []), change]);
  }
  return [...sections];
}
