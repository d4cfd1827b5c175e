import { type Content, type Limit, pathOf } from './content';

/** How what is named by an id is called, and what a limit says in words. */
export interface Words {
  team(id: string): string;
  company(id: string): string;
  responsibility(of: Content['responsibility']): string;
  dimension(of: Limit['dimension']): string;
  within(limit: Limit): string;
  duration(of: string): string;
  /** What stands where nobody takes over. */
  nobody: string;
}

/** A field, by its path as the API spells it: what it said before and what it says now; null where it is not there. */
export interface Line {
  path: string;
  before: string | null;
  after: string | null;
}

/** The places of entries that both lists have, in the order of both: a longest common subsequence. */
function shared(one: readonly string[], other: readonly string[]): [number, number][] {
  const longest = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = longest[i];
      if (row) row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Two lists entry by entry: what stands at the same place between the same neighbours is the same entry, changed. */
function entries(path: string, before: readonly string[], after: readonly string[]): Line[] {
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...shared(before, after), [before.length, after.length] as const]) {
    for (let place = 0; place < Math.max(nextI - i, nextJ - j); place += 1) {
      const [old, fresh] = [i + place < nextI ? i + place : undefined, j + place < nextJ ? j + place : undefined];
      const number = (fresh ?? old ?? 0) + 1;
      lines.push({ path: `${path}.${number}`, before: old === undefined ? null : (before[old] ?? null), after: fresh === undefined ? null : (after[fresh] ?? null) });
    }
    const same = after[nextJ];
    if (same !== undefined) lines.push({ path: `${path}.${nextJ + 1}`, before: same, after: same });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return lines;
}

const link = ({ title, url }: Content['evidence'][number]) => `${title} (${url})`;

function limitLines(words: Words, before: Limit | undefined, after: Limit | undefined): Line[] {
  const known = after ?? before;
  if (!known) return [];
  const path = pathOf(known.dimension);
  const line = (part: string, of: (limit: Limit) => string | null): Line => ({ path: `${path}.${part}`, before: before ? of(before) : null, after: after ? of(after) : null });
  const to = 'beyond.take_over';
  const receiver = ({ takeOver }: Limit) => (takeOver ? `${words.company(takeOver.company)}, ${words.team(takeOver.team)}` : words.nobody);
  const lines = [
    line('within', words.within),
    line('beyond.note', ({ note }) => note || null),
    line(to, receiver),
    line(`${to}.information`, ({ takeOver }) => takeOver?.information.join('; ') || null),
    line(`${to}.acceptance`, ({ takeOver }) => (takeOver?.acceptance ? words.duration(takeOver.acceptance) : null)),
  ];
  return lines.filter((one) => one.before !== null || one.after !== null);
}

/** Which of the limits that both have stands before which. */
function orderLine(words: Words, before: Content, after: Content): Line[] {
  const order = (one: Content, other: Content) => one.limits.filter(({ dimension }) => other.limits.some((limit) => limit.dimension === dimension)).map(({ dimension }) => words.dimension(dimension)).join(', ');
  const [was, is] = [order(before, after), order(after, before)];
  return was === is ? [] : [{ path: 'limits.order', before: was, after: is }];
}

/** Every field of what is said now, beside what was said before; fields that are gone stand among them. */
export function compare(before: Content | null, after: Content, words: Words): Line[] {
  const field = (path: string, of: (content: Content) => string): Line => ({ path, before: before && of(before), after: of(after) });
  const limitOf = (content: Content | null, { dimension }: Limit) => content?.limits.find((limit) => limit.dimension === dimension);
  const gone = (before?.limits ?? []).filter((limit) => !limitOf(after, limit));
  return [
    field('title', ({ title }) => title),
    field('team', ({ team }) => words.team(team)),
    field('responsibility', ({ responsibility }) => words.responsibility(responsibility)),
    ...entries('included', before?.included ?? [], after.included),
    ...entries('excluded', before?.excluded ?? [], after.excluded),
    ...(before ? orderLine(words, before, after) : []),
    ...[...after.limits, ...gone].flatMap((limit) => limitLines(words, limitOf(before, limit), limitOf(after, limit))),
    ...entries('evidence', (before?.evidence ?? []).map(link), after.evidence.map(link)),
  ];
}

/** Whether a field says something else than before. */
export const changed = ({ before, after }: Line): boolean => before !== after;
