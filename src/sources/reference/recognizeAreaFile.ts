/** What a Census-style CSV file holds, told by its header. */
export interface AreaFileShape {
  kind: "county" | "state" | "zcta" | "county_names" | "unknown";
  /** Column of the area's code. */
  key: string;
}

const KEYS = ["HEROP_ID", "GEOID", "GEO_ID", "FIPS"];

/**
 * Recognises a file by its header and the first row's values: county or state figures have a code column
 * (HEROP_ID, GEOID, GEO_ID or FIPS) and at least one column that the workbench reads; ZIP code areas have
 * GEOID, POP and a centre point X, Y; county names have statefp, countyfp and countyname.
 */
export function recognizeAreaFile(
  header: string[],
  first: Record<string, string | null>,
  measures: string[]
): AreaFileShape {
  const has = (...columns: string[]) => columns.every((column) => header.includes(column));
  const key = KEYS.find((column) => header.includes(column)) ?? "";
  if (has("statefp", "countyfp", "countyname")) return {kind: "county_names", key: "countyfp"};
  if (has("GEOID", "POP", "X", "Y")) return {kind: "zcta", key: "GEOID"};
  if (!key || !header.some((column) => measures.includes(column))) return {kind: "unknown", key};
  const digits = /(\d+)$/.exec(String(first[key] ?? "").replace(/^\d+US/, ""))?.[1]?.length ?? 0;
  return {kind: digits > 2 ? "county" : digits > 0 ? "state" : "unknown", key};
}

/** Residents of the 50 states and DC at each Census: a file without a year in its name is dated by its total. */
const CENSUS_TOTALS = new Map([
  ["2000", 281_421_906],
  ["2010", 308_745_538],
  ["2020", 331_449_281]
]);

/**
 * Returns the year that a file's figures stand for and how it is known: the year in its name, else the Census
 * whose national total is within 1 % of the file's population, else “not stated”.
 */
export function vintageOf(file: string, population: number | null): {vintage: string; basis: string} {
  const named = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(file)?.[1];
  if (named) return {vintage: named, basis: "file name"};
  for (const [vintage, total] of CENSUS_TOTALS)
    if (population !== null && Math.abs(population - total) < total * 0.01)
      return {vintage, basis: "total population"};
  return {vintage: "not stated", basis: "none"};
}
