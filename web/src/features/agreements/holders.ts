interface Held {
  person: { id: string; name: string };
}

/** Somebody with all the roles they hold. */
export interface Holder<Grant extends Held> {
  person: Grant['person'];
  held: Grant[];
}

/** Grants by whoever holds them, by name. */
export function heldBy<Grant extends Held>(grants: readonly Grant[]): Holder<Grant>[] {
  const holders = new Map<string, Holder<Grant>>();
  for (const grant of grants) {
    const holder = holders.get(grant.person.id) ?? { person: grant.person, held: [] };
    holders.set(grant.person.id, { ...holder, held: [...holder.held, grant] });
  }
  return [...holders.values()].sort((one, other) => one.person.name.localeCompare(other.person.name));
}
