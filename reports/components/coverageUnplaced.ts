import type {CoverageRow} from "./coverageMeasures.js";
import {formatCount, formatShare} from "./formats.js";
import {stateName} from "./stateCodes.js";

/**
 * Returns what the sites without a place mean for the distances of one kind of help, from its rows of the nation and
 * the states; nothing where every site has a place.
 */
export function unplacedText(rows: CoverageRow[], mostUnplaced: number): string {
  const nation = rows.find((row) => row.level === "nation");
  if (!nation?.unplaced_sites) return "";
  const states = rows.filter((row) => row.level === "state" && !row.is_distance_known);
  const names = states.map((row) => stateName(row.area));
  const are = nation.unplaced_sites === 1 ? "site has" : "sites have";
  const unknown = names.length
    ? ` In ${listed(names)} they are more than ${formatShare(mostUnplaced)} of those listed: distances there are not known, and the people who live there are left out of the nation’s.`
    : "";
  return `${formatCount(nation.unplaced_sites)} listed ${are} neither coordinates nor a ZIP code and can be in no distance, so that help may be nearer than said here, and never farther.${unknown}`;
}

/** Returns the names as they stand in a sentence: “Georgia, Michigan and Texas”. */
export function listed(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
