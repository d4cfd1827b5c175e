/** A service, and the one of which it is a part. */
interface Element {
  id: string;
  name: string;
  parent: { id: string } | null;
}

/** A boundary, as far as its place in the matrix depends on it. */
interface Placed {
  id: string;
  service: { id: string } | null;
  company: { id: string } | null;
  team: string | undefined;
}

/** A row of the matrix: an element, and how deep it hangs in the tree. */
interface Row<E> {
  element: E;
  depth: number;
}

/** The elements as a tree from the top, each followed by its parts; what has lost its whole stands at the top. */
export function treeOf<E extends Element>(elements: readonly E[]): Row<E>[] {
  const known = new Set(elements.map(({ id }) => id));
  const partsOf = (whole: string | undefined) => elements.filter(({ parent }) => (parent && known.has(parent.id) ? parent.id : undefined) === whole);
  const below = (whole: string | undefined, depth: number): Row<E>[] => partsOf(whole).flatMap((element) => [{ element, depth }, ...below(element.id, depth + 1)]);
  return below(undefined, 0);
}

/**
 * What a company says for an element: its own boundaries there, and those of the wholes it is part of, which count for every team
 * that has none nearer.
 */
export function cellOf<B extends Placed>(elements: readonly Element[], boundaries: readonly B[], service: string, company: string): { own: B[]; inherited: B[] } {
  const parents = new Map(elements.map(({ id, parent }) => [id, parent?.id]));
  const at = (place: string) => boundaries.filter((one) => one.service?.id === place && one.company?.id === company);
  const own = at(service);
  const inherited: B[] = [];
  const walked = new Set([service]);
  for (let whole = parents.get(service); whole && !walked.has(whole); whole = parents.get(whole)) {
    walked.add(whole);
    const nearer = new Set([...own, ...inherited].map(({ team }) => team));
    inherited.push(...at(whole).filter(({ team }) => !nearer.has(team)));
  }
  return { own, inherited };
}
