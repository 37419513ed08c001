import * as d3 from "npm:d3";
import type {CoverageRow} from "./coverageMeasures.js";

type Key = keyof CoverageRow;

const WEIGHTED: Key[] = [
  "nearest_miles",
  "third_nearest_miles",
  "share_beyond_near",
  "share_beyond_middle",
  "share_beyond_far",
  "supply_per_100k"
];

/**
 * Returns one row for many counties, as their residents live it: distances and shares are means over the
 * residents of the counties that have them, counts add up, and rates are counts over residents. Counties
 * without a known population add their sites to the count and to no rate; sites without a place are those of the
 * states, as no county can claim them.
 */
export function rollUp(rows: CoverageRow[], named: Partial<CoverageRow>): CoverageRow {
  const sum = (key: Key, over = rows) => over.reduce((total, row) => total + Number(row[key] ?? 0), 0);
  const peopled = rows.filter((row) => row.population != null);
  const people = sum("population", peopled);
  const bedded = rows.filter((row) => row.beds != null);
  const placed = rows.filter((row) => row.nearest_miles != null);
  const unplaced = d3.rollups(
    rows,
    (same) => d3.max(same, (row) => row.unplaced_sites) ?? 0,
    (row) => row.state
  );
  const rate = (key: Key) => (people > 0 ? (100_000 * sum(key, peopled)) / people : null);
  const rolled = {
    ...rows[0]!,
    ...named,
    population: people || null,
    point_people: sum("point_people", placed.length ? placed : rows),
    unplaced_sites: d3.sum(unplaced, ([, count]) => count),
    is_distance_known: rows.some((row) => row.is_distance_known),
    records: sum("records"),
    sites: sum("sites"),
    beds: bedded.length ? sum("beds", bedded) : null,
    sites_per_100k: rate("sites"),
    beds_per_100k: bedded.length ? rate("beds") : null
  };
  return Object.assign(rolled, Object.fromEntries(WEIGHTED.map((key) => [key, weightedMean(rows, key)])));
}

function weightedMean(rows: CoverageRow[], key: Key): number | null {
  let [people, total] = [0, 0];
  for (const row of rows) {
    const [value, weight] = [row[key] as number | null, row.point_people ?? 0];
    if (value == null || weight <= 0) continue;
    people += weight;
    total += value * weight;
  }
  return people > 0 ? total / people : null;
}

/** Returns one row per state of the given county rows. */
export function rollUpByState(rows: CoverageRow[]): CoverageRow[] {
  return [...d3.group(rows, (row) => row.state ?? "")]
    .filter(([state]) => state)
    .map(([state, counties]) => rollUp(counties, {level: "state", area: state, state, name: state}));
}
