import {formatCount, formatDecimal, formatShare} from "./formats.js";

/** A row of coverage-states.json or coverage-measures.parquet: one area and one kind of help. */
export interface CoverageRow {
  level: "nation" | "state" | "county";
  /** Census division of a state. */
  division?: string | null;
  area: string;
  state?: string | null;
  name?: string;
  kind: string;
  payer?: string;
  rurality?: string | null;
  population: number | null;
  point_people: number | null;
  records: number;
  sites: number;
  /** Sites listed in the nation or the state (of a county: in its state) that have no place, and so are in no distance. */
  unplaced_sites: number;
  /** False where those are too many of the state’s sites to say how far help is. */
  is_distance_known: boolean;
  sites_per_100k: number | null;
  beds: number | null;
  beds_per_100k: number | null;
  nearest_miles: number | null;
  third_nearest_miles: number | null;
  share_beyond_near: number | null;
  share_beyond_middle: number | null;
  share_beyond_far: number | null;
  supply_per_100k: number | null;
}

export type MeasureKey = keyof Pick<
  CoverageRow,
  | "share_beyond_near"
  | "share_beyond_middle"
  | "share_beyond_far"
  | "nearest_miles"
  | "third_nearest_miles"
  | "supply_per_100k"
  | "sites_per_100k"
  | "beds_per_100k"
  | "sites"
>;

/** A way to say how well an area is served. */
export interface CoverageMeasure {
  key: MeasureKey;
  label: string;
  /** The label over a column, with the unit that its cells leave out. */
  heading: string;
  unit: string;
  /** What it is measured against: which residents, of which year. */
  against: "points" | "residents" | "none";
  /** True where a large value means poorly served. */
  isMoreWorse: boolean;
  format: (value: number | null | undefined) => string;
  /** As format, without the unit, where a heading has it. */
  formatCell?: (value: number | null | undefined) => string;
}

const miles = (value: number | null | undefined) => (value == null ? "–" : `${formatDecimal(value)} miles`);
const per = (value: number | null | undefined) => formatDecimal(value, value != null && value < 1 ? 2 : 1);

/** Returns the measures; the distances are parameters of the build. */
export function coverageMeasures(distances: {near: number; middle: number; far: number}): CoverageMeasure[] {
  const beyond = (key: MeasureKey, distance: number): CoverageMeasure => ({
    key,
    label: `People more than ${distance} miles away`,
    heading: `Beyond ${distance} miles`,
    unit: `share of residents whose nearest site is more than ${distance} miles away, great-circle`,
    against: "points",
    isMoreWorse: true,
    format: formatShare
  });
  return [
    beyond("share_beyond_near", distances.near),
    beyond("share_beyond_middle", distances.middle),
    beyond("share_beyond_far", distances.far),
    {
      key: "nearest_miles",
      label: "Miles to the nearest",
      heading: "Miles to nearest",
      unit: "great-circle miles to the nearest site, mean over residents",
      against: "points",
      isMoreWorse: true,
      format: miles,
      formatCell: (value) => formatDecimal(value)
    },
    {
      key: "third_nearest_miles",
      label: "Miles to the third nearest",
      heading: "To third nearest",
      unit: "great-circle miles to the third nearest site, mean over residents",
      against: "points",
      isMoreWorse: true,
      format: miles,
      formatCell: (value) => formatDecimal(value)
    },
    {
      key: "supply_per_100k",
      label: "Sites within reach (E2SFCA)",
      heading: "Within reach",
      unit: "sites per 100,000 residents within reach, by floating catchment areas",
      against: "points",
      isMoreWorse: false,
      format: per
    },
    {
      key: "sites_per_100k",
      label: "Sites per 100,000 residents",
      heading: "Sites per 100,000",
      unit: "sites per 100,000 residents of the area",
      against: "residents",
      isMoreWorse: false,
      format: per
    },
    {
      key: "beds_per_100k",
      label: "Beds per 100,000 residents",
      heading: "Beds per 100,000",
      unit: "beds per 100,000 residents, where records state their beds",
      against: "residents",
      isMoreWorse: false,
      format: per
    },
    {
      key: "sites",
      label: "Sites",
      heading: "Sites",
      unit: "sites",
      against: "none",
      isMoreWorse: false,
      format: formatCount
    }
  ];
}

/** A parameter of the method, as coverage-method.json has it. */
export interface MethodParameter {
  name: string;
  value: number;
}

/** Returns the three distances of coverage-method.json. */
export function distancesOf(method: MethodParameter[]): {
  near: number;
  middle: number;
  far: number;
} {
  const value = (name: string) => method.find((row) => row.name === `access_${name}_miles`)?.value ?? NaN;
  return {near: value("near"), middle: value("middle"), far: value("far")};
}

/** Returns a name as it stands within a sentence: names that are proper names keep their capitals. */
export function inSentence(name: string): string {
  return /^(NARR|Oxford|ZIP)/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
