import { type Content, type Limit, pathOf } from './content';

/** A field that both changed, each otherwise, as the API tells it. */
export interface Conflict {
  path: string;
  base: string | null;
  theirs: string | null;
  mine: string | null;
}

/** Whose word counts. */
export type Choice = 'theirs' | 'mine';

/**
 * Puts what was chosen into what both come to together. Where both changed the same field, `merged` says theirs; whatever was chosen
 * of mine is put in its place.
 */
export function settle(merged: Content, mine: Content, conflicts: readonly Conflict[], chosen: Readonly<Record<string, Choice>>): Content {
  const wanted = conflicts.filter(({ path }) => chosen[path] === 'mine');
  // from the last entry of a list to its first, so that the places before stay what they are
  return wanted.toSorted((one, other) => placeIn(other.path) - placeIn(one.path)).reduce((content, conflict) => put(content, mine, conflict), merged);
}

const placeIn = (path: string) => Number(path.split('.').at(-1)) || 0;
const text = (link: Content['evidence'][number]) => `${link.title} (${link.url})`;
const lines = (told: string | null) => told?.split('\n') ?? [];

function put(content: Content, mine: Content, conflict: Conflict): Content {
  const [field, name, ...rest] = conflict.path.split('.');
  switch (field) {
    case 'title':
    case 'team':
    case 'responsibility':
      return { ...content, [field]: mine[field] };
    case 'included':
    case 'excluded':
      return { ...content, [field]: replaced(content[field], conflict, lines(conflict.mine), String) };
    case 'evidence': {
      const own = lines(conflict.mine).flatMap((line) => mine.evidence.filter((link) => text(link) === line).slice(0, 1));
      return { ...content, evidence: replaced(content.evidence, conflict, own, text) };
    }
    case 'limits':
      return { ...content, limits: name === 'order' ? ordered(content.limits, mine.limits) : limited(content.limits, mine.limits, `limits.${name ?? ''}`, rest.join('.')) };
    default:
      return content;
  }
}

/** Their entries, where they stand, become mine; what the other changes moved them by is made up for. */
function replaced<Entry>(list: readonly Entry[], { path, theirs }: Conflict, mine: readonly Entry[], tell: (entry: Entry) => string): Entry[] {
  const run = lines(theirs);
  const wanted = placeIn(path) - 1;
  const stands = (at: number) => at + run.length <= list.length && run.every((line, place) => line === tell(list[at + place] as Entry));
  const places = list.map((_, at) => at).concat(list.length).filter(stands);
  const at = places.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0] ?? list.length;
  return [...list.slice(0, at), ...mine, ...list.slice(at + run.length)];
}

function ordered(limits: readonly Limit[], mine: readonly Limit[]): Limit[] {
  const place = ({ dimension }: Limit) => {
    const at = mine.findIndex((limit) => limit.dimension === dimension);
    return at < 0 ? mine.length : at;
  };
  return limits.toSorted((one, other) => place(one) - place(other));
}

function limited(limits: readonly Limit[], mine: readonly Limit[], path: string, part: string): Limit[] {
  const own = mine.find(({ dimension }) => pathOf(dimension) === path);
  const there = limits.some(({ dimension }) => pathOf(dimension) === path);
  if (!own) return limits.filter(({ dimension }) => pathOf(dimension) !== path);
  if (!there) return [...limits, own];
  return limits.map((limit) => (limit.dimension === own.dimension ? parted(limit, own, part) : limit));
}

function parted(limit: Limit, own: Limit, part: string): Limit {
  if (part === 'within') return { ...own, note: limit.note, takeOver: limit.takeOver };
  if (part === 'beyond.note') return { ...limit, note: own.note };
  if (part === 'beyond.take_over') return { ...limit, takeOver: own.takeOver };
  return own;
}
