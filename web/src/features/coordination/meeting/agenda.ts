import type { Matter } from './query';

/** A section of the agenda with its matters. */
interface Part {
  section: Matter['item']['section'];
  matters: Matter[];
}

/** The agenda by section, in the meeting's order; sections that only members filled stand at the end, empty ones are left out. */
export function partsOf(sections: readonly Part['section'][], matters: readonly Matter[]): Part[] {
  const all = [...new Set([...sections, ...matters.map(({ item }) => item.section)])];
  return all.flatMap((section) => {
    const its = matters.filter(({ item }) => item.section === section);
    return its.length > 0 ? [{ section, matters: its }] : [];
  });
}

/** Every matter in its new order, once one has moved a place up or down in its section; nothing where it cannot. */
export function reordered(parts: readonly Part[], id: string, by: 1 | -1): string[] | undefined {
  const lists = parts.map(({ matters }) => matters.map(({ item }) => item.id));
  const list = lists.find((ids) => ids.includes(id));
  const at = list?.indexOf(id) ?? -1;
  const other = list?.[at + by];
  if (!list || other === undefined) return undefined;
  list[at] = other;
  list[at + by] = id;
  return lists.flat();
}

/** Figures as name and value. */
export function figuresOf(figures: readonly string[]): [string, string][] {
  return figures.map((figure) => {
    const at = figure.indexOf(': ');
    return at < 0 ? ['', figure] : [figure.slice(0, at), figure.slice(at + 2)];
  });
}

/** The figures that are something else now than they were, as name and value of now. */
export function restated(then: readonly string[], now: readonly string[]): [string, string][] {
  return figuresOf(now).filter(([name, value]) => !then.includes(`${name}: ${value}`));
}
