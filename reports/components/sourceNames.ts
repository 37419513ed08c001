/** Names of the sources for readers. */
const NAMES: Record<string, string> = {
  narr_residences: "NARR affiliates",
  rccs: "Recovery community centers",
  rcos: "Recovery community organizations",
  treatment_centers: "SAMHSA treatment locator",
  oxford_houses: "Oxford House vacancies",
  findtreatment: "findtreatment.gov export",
  hsds: "HSDS package"
};

/** Returns the name of a source; the word of the warehouse where it has none. */
export function sourceName(source: string): string {
  return NAMES[source] ?? source;
}
