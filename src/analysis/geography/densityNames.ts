/** What a cluster is called, and an id that stays while its largest city and ZIP code do. */
export interface ClusterName {
  id: string;
  city: string | null;
  state: string | null;
}

export interface ClusterPlace {
  cluster: number;
  city: string | null;
  state: string | null;
  zip: string | null;
}

/**
 * Names each cluster after the city with the most places and makes its id from the state and that city. Where several
 * clusters have the same city, all but the largest add their most frequent ZIP code, and a number if even that is shared.
 */
export function densityNames(places: ClusterPlace[], count: number): ClusterName[] {
  const members: ClusterPlace[][] = Array.from({length: count}, () => []);
  for (const place of places) members[place.cluster]!.push(place);
  const order = [...members.keys()].sort((a, b) => members[b]!.length - members[a]!.length || a - b);
  const names: ClusterName[] = [];
  const taken = new Set<string>();
  for (const cluster of order) {
    const largest = mostFrequent(members[cluster]!.map(({state, city}) => JSON.stringify([state, city])));
    const [state, city] = JSON.parse(largest) as [string | null, string | null];
    const base = `density-${slug(state ?? "unknown")}-${slug(city ?? "unknown")}`;
    const withZip = `${base}-${mostFrequent(members[cluster]!.map(({zip}) => zip ?? "unknown"))}`;
    const numbered = Array.from({length: count}, (_, i) => `${withZip}-${i + 2}`);
    const id = [base, withZip, ...numbered].find((candidate) => !taken.has(candidate))!;
    taken.add(id);
    names[cluster] = {id, city, state};
  }
  return names;
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
