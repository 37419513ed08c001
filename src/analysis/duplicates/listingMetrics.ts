/** One record of a directory that lists a place once per kind of care. */
export interface Listing {
  name: string;
  /** Street and city. */
  place: string;
  kind: string;
}

/** How many places that are listed under two kinds were joined, by whether both listings have one name. */
export interface ListingMetrics {
  sameNamed: number;
  sameNamedJoined: number;
  variants: number;
  variantsJoined: number;
}

/**
 * Counts the places that have listings of several kinds, and those of them of which two such listings share a
 * cluster. Where some have the same name, these are meant; names differ in more than case and outer blanks.
 */
export function listingMetrics(listings: Listing[], labels: ArrayLike<number>): ListingMetrics {
  const metrics = {sameNamed: 0, sameNamedJoined: 0, variants: 0, variantsJoined: 0};
  const places = new Map<string, number[]>();
  for (const [record, {place}] of listings.entries())
    places.set(plain(place), [...(places.get(plain(place)) ?? []), record]);
  for (const records of places.values()) {
    const pairs = records.flatMap((a, i) => records.slice(i + 1).map((b) => [a, b] as const));
    const mixed = pairs.filter(([a, b]) => listings[a]!.kind !== listings[b]!.kind);
    const named = mixed.filter(([a, b]) => plain(listings[a]!.name) === plain(listings[b]!.name));
    const isJoined = (among: typeof mixed) => among.some(([a, b]) => labels[a] === labels[b]);
    if (named.length) {
      metrics.sameNamed++;
      if (isJoined(named)) metrics.sameNamedJoined++;
    } else if (mixed.length) {
      metrics.variants++;
      if (isJoined(mixed)) metrics.variantsJoined++;
    }
  }
  return metrics;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
