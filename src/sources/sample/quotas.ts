import {apportion} from "./apportion.js";
import {recordStates, statePopulations} from "./stateTargets.js";

export const LEVELS = ["outpatient", "residential", "inpatient"] as const;
export type Level = (typeof LEVELS)[number];

/** How many records each part of the sample has. */
export interface Quotas {
  /** Recovery residences by state label, as the master directory has it. */
  residences: Map<string, number>;
  /** Recovery community centers by region and state code. */
  centers: Map<string, Map<string, number>>;
  /** Recovery community centers from national lists, by state code; the rest of them name no state. */
  nationalCenters: Map<string, number>;
  unknownCenters: number;
  /** Recovery community organizations by state code; the rest of them are national. */
  organizations: Map<string, number>;
  nationalOrganizations: number;
  /** Recovery community organizations whose state is “19”. */
  numberedOrganizations: number;
  /** Oxford houses by state code. */
  oxford: Map<string, number>;
  /** Treatment records that describe places, by level of care, and the same records by state code. */
  levels: Record<Level, number>;
  states: Map<string, number>;
  /** Treatment records of the demonstration data set, by state code. */
  demonstration: {outpatient: Map<string, number>; residential: Map<string, number>};
  /** Treatment records that an earlier merge left in the file, demonstration included. */
  merged: number;
}

const RESIDENCES = {
  Texas: 30,
  Georgia: 44,
  Michigan: 47,
  Pennsylvania: 20,
  "Pennsylvania Parr": 15,
  "Massachusetts Mash": 204,
  California: 12,
  Florida: 10,
  Ohio: 8,
  Virginia: 6,
  Tennessee: 4,
  Indiana: 4
};
const CENTER_REGIONS = {
  Northeast: {count: 45, states: ["NY", "VT", "NH", "ME", "MA", "CT", "RI", "PA", "NJ"]},
  Southeast: {count: 13, states: ["FL", "GA", "NC", "SC", "TN", "VA", "AL"]},
  Midwest: {count: 40, states: ["OH", "MI", "IL", "IN", "WI", "MN", "MO"]},
  Southwest: {count: 6, states: ["TX", "AZ", "NM"]},
  "West Coast": {count: 11, states: ["CA", "OR", "WA"]}
};
const OXFORD = {TX: 2, NC: 1, VA: 1, WA: 1, OK: 1};
const DEMONSTRATION_STATES = ["CA", "TX", "FL", "NY", "PA", "IL", "OH", "GA", "NC"];

/**
 * Returns the plan’s counts times the scale: 404 residences, 207 centers (68 of unknown state), 184
 * organizations (156 national), 40,296 treatment records (33,505 outpatient, 4,946 residential, 1,845
 * inpatient; 3,850 of them demonstration) and 6 Oxford houses at scale 1. Each source keeps at least one.
 */
export function quotasAt(scale: number): Quotas {
  const scaled = (count: number) => Math.max(1, Math.round(count * scale));
  const populations = statePopulations();
  const byPopulation = (count: number, states = [...populations.keys()]) =>
    split(count, Object.fromEntries(states.map((state) => [state, populations.get(state)!])));
  const regions = Object.entries(CENTER_REGIONS);
  const regional = apportion(
    scaled(115),
    regions.map(([, {count}]) => count)
  );
  const unknownCenters = Math.round(68 * scale);
  const nationalOrganizations = Math.round(156 * scale);
  const stateOrganizations = scaled(184) - nationalOrganizations;
  const numberedOrganizations = Math.min(1, stateOrganizations);
  const demonstration = {
    outpatient: new Map(DEMONSTRATION_STATES.map((state) => [state, Math.round(250 * scale)])),
    residential: new Map(DEMONSTRATION_STATES.slice(0, 8).map((state) => [state, Math.round(200 * scale)]))
  };
  const quotas = {
    residences: split(scaled(404), RESIDENCES),
    centers: new Map(regions.map(([name, {states}], i) => [name, byPopulation(regional[i]!, states)])),
    nationalCenters: byPopulation(Math.max(0, scaled(207) - scaled(115) - unknownCenters)),
    unknownCenters,
    organizations: byPopulation(stateOrganizations - numberedOrganizations),
    nationalOrganizations,
    numberedOrganizations,
    oxford: split(scaled(6), OXFORD),
    levels: {
      outpatient: scaled(33_505) - total(demonstration.outpatient),
      residential: scaled(4_946) - total(demonstration.residential),
      inpatient: scaled(1_845)
    },
    demonstration,
    merged: Math.round(23_795 * scale)
  };
  return {...quotas, states: recordStates(quotas, scale, populations)};
}

/** Returns the sum of the counts. */
export function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}

function split(count: number, weights: Record<string, number>): Map<string, number> {
  const parts = apportion(count, Object.values(weights));
  return new Map(Object.keys(weights).map((key, i) => [key, parts[i]!]));
}
