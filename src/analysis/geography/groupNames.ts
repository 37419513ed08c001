/** What a group of places is called, and its id. */
export interface GroupName {
  id: string;
  city: string | null;
  state: string | null;
}

export interface GroupPlace {
  group: number;
  city: string | null;
  state: string | null;
  zip: string | null;
}

export interface NameOptions {
  /** What ids begin with. */
  kind: string;
  /** Ids of groups that have one already. */
  carried?: ReadonlyMap<number, string>;
  /** Ids that no group may be given anew, since they meant another one. */
  retired?: Iterable<string>;
}

/**
 * Names each group after the city with the most places. A group without an id gets one made from the state and that
 * city; where it is taken, it adds the most frequent ZIP code, and a number if even that is taken. Larger groups choose
 * first.
 */
export function groupNames(
  places: GroupPlace[],
  count: number,
  {kind, carried = new Map(), retired = []}: NameOptions
): GroupName[] {
  const members: GroupPlace[][] = Array.from({length: count}, () => []);
  for (const place of places) members[place.group]!.push(place);
  const order = [...members.keys()].sort((a, b) => members[b]!.length - members[a]!.length || a - b);
  const names: GroupName[] = [];
  const taken = new Set<string>([...retired, ...carried.values()]);
  for (const group of order) {
    const largest = mostFrequent(members[group]!.map(({state, city}) => JSON.stringify([state, city])));
    const [state, city] = JSON.parse(largest) as [string | null, string | null];
    const base = `${kind}-${slug(state ?? "unknown")}-${slug(city ?? "unknown")}`;
    const fresh = () => freshId(base, mostFrequent(members[group]!.map(({zip}) => zip ?? "unknown")), taken);
    const id = carried.get(group) ?? fresh();
    taken.add(id);
    names[group] = {id, city, state};
  }
  return names;
}

function freshId(base: string, zip: string, taken: Set<string>): string {
  if (!taken.has(base)) return base;
  let id = `${base}-${zip}`;
  for (let number = 2; taken.has(id); number++) id = `${base}-${zip}-${number}`;
  return id;
}

function mostFrequent(values: string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0];
}

/** Returns the text in lower-case letters and digits joined by hyphens. */
export function slug(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
