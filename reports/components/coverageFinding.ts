import {formatCompact, formatDecimal, formatShare} from "./formats.js";
import {type CoverageRow, inSentence} from "./coverageMeasures.js";
import {listed} from "./coverageUnplaced.js";
import {stateName} from "./stateCodes.js";

/** A number of people is one of all residents where the distance of so large a share of them is known. */
const NEARLY_ALL = 0.98;

export interface FindingOptions {
  kindName: string;
  /** Miles, great-circle, that the share of people is counted beyond. */
  distance: number;
  share: "share_beyond_near" | "share_beyond_middle" | "share_beyond_far";
  people?: string;
}

/** Returns the distance of the measure that the map shows, or the nearest one where that measure has none. */
export function findingDistance(
  distances: {near: number; middle: number; far: number},
  shown: string
): Pick<FindingOptions, "distance" | "share"> {
  if (shown === "share_beyond_middle") return {distance: distances.middle, share: shown};
  if (shown === "share_beyond_far") return {distance: distances.far, share: shown};
  return {distance: distances.near, share: "share_beyond_near"};
}

/**
 * Returns the sentence that the report opens on, from the rows of one kind of help: who lives far away, in
 * which state most, and where nothing is listed. States of few residents count too.
 */
export function coverageFinding(
  rows: CoverageRow[],
  {kindName, distance, share, people = "people"}: FindingOptions
): string {
  const nation = rows.find((row) => row.level === "nation");
  const states = rows.filter((row) => row.level === "state" && row[share] != null);
  if (!nation || !nation.sites || nation[share] == null || !states.length)
    return `No record of this directory says that it gives this kind of help (${inSentence(kindName)}): its coverage for ${people} is not known.`;
  const served = states.filter((row) => row.sites > 0);
  const worst = greatest(served, (row) => row[share]!);
  const most = greatest(served, (row) => row[share]! * (row.point_people ?? 0));
  const without = states.filter((row) => row.sites === 0).map((row) => stateName(row.area));
  const far = peopleFar(nation, share, people);
  const who = far
    ? `${far} live`
    : `Almost ${people === "people" ? "nobody lives" : `none of the ${people} live`}`;
  const places = worst
    ? ` The share is largest in ${stateName(worst.area)} (${formatShare(worst[share])}); the most such people live in ${stateName(most!.area)}.`
    : "";
  const none = without.length ? ` The directory lists none at all in ${briefly(without)}.` : "";
  return `${who} more than ${distance} miles from the nearest listed site (${inSentence(kindName)}); on average it is ${formatDecimal(nation.nearest_miles)} miles away.${places}${none}`;
}

/**
 * Returns how many people of an area live beyond a distance and which share they are, and of how many where the distance
 * of a part of the residents is not known; nothing below a thousand.
 */
export function peopleFar(
  row: Pick<CoverageRow, "population" | "point_people" | FindingOptions["share"]>,
  share: FindingOptions["share"],
  people: string
): string {
  const known = row.point_people ?? 0;
  const far = (row[share] ?? 0) * known;
  if (far < 1000) return "";
  const isPart = row.population != null && known < NEARLY_ALL * row.population;
  const who = isPart ? `of the ${formatCompact(known)} ${people} whose distance is known` : people;
  return `${formatCompact(far)} ${who} (${formatShare(row[share])})`;
}

function greatest(rows: CoverageRow[], value: (row: CoverageRow) => number): CoverageRow | undefined {
  return rows.reduce<CoverageRow | undefined>(
    (best, row) => (!best || value(row) > value(best) ? row : best),
    undefined
  );
}

function briefly(names: string[]): string {
  return names.length > 6 ? `${names.length} states and territories` : listed(names);
}
