import {formatCompact, formatDecimal, formatShare} from "./formats.js";
import {type CoverageRow, inSentence} from "./coverageMeasures.js";
import {stateName} from "./stateCodes.js";

/**
 * Returns the sentence that the report opens on, from the rows of one kind of help: who lives far away, in
 * which state most, and where nothing is listed. States of few residents count too.
 */
export function coverageFinding(
  rows: CoverageRow[],
  {kindName, distance, people = "people"}: {kindName: string; distance: number; people?: string}
): string {
  const nation = rows.find((row) => row.level === "nation");
  const states = rows.filter((row) => row.level === "state" && row.share_beyond_middle != null);
  if (!nation || !nation.sites || nation.share_beyond_middle == null || !states.length)
    return `No record of this directory says that it gives this kind of help (${inSentence(kindName)}): its coverage for ${people} is not known.`;
  const far = nation.share_beyond_middle * (nation.point_people ?? 0);
  const served = states.filter((row) => row.sites > 0);
  const worst = greatest(served, (row) => row.share_beyond_middle!);
  const most = greatest(served, (row) => row.share_beyond_middle! * (row.point_people ?? 0));
  const without = states.filter((row) => row.sites === 0).map((row) => stateName(row.area));
  const who =
    far < 1000
      ? `Almost ${people === "people" ? "nobody lives" : `none of the ${people} live`}`
      : `${formatCompact(far)} ${people} (${formatShare(nation.share_beyond_middle)}) live`;
  const places = worst
    ? ` The share is largest in ${stateName(worst.area)} (${formatShare(worst.share_beyond_middle)}); the most such people live in ${stateName(most!.area)}.`
    : "";
  const none = without.length ? ` The directory lists none at all in ${listed(without)}.` : "";
  return `${who} more than ${distance} miles from the nearest listed site (${inSentence(kindName)}); on average it is ${formatDecimal(nation.nearest_miles)} miles away.${places}${none}`;
}

function greatest(rows: CoverageRow[], value: (row: CoverageRow) => number): CoverageRow | undefined {
  return rows.reduce<CoverageRow | undefined>(
    (best, row) => (!best || value(row) > value(best) ? row : best),
    undefined
  );
}

function listed(names: string[]): string {
  if (names.length > 6) return `${names.length} states and territories`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
