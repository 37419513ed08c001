import {readFileSync} from "node:fs";
import {apportion} from "./apportion.js";
import type {Quotas} from "./quotas.js";

/** Records of all five files in the ten states that have most. */
const TOP_STATES: Record<string, number> = {
  CA: 4_967,
  NY: 2_554,
  FL: 2_014,
  TX: 1_916,
  IL: 1_581,
  OH: 1_472,
  PA: 1_376,
  NC: 1_355,
  KY: 1_195,
  AZ: 1_167
};
/** Below proportional, so that no other state overtakes the tenth. */
const POPULATION_POWER = 0.7;
const STATES_FILE = new URL("../../../sql/seeds/states.csv", import.meta.url);
const RESIDENCE_STATES: Record<string, string> = {
  Texas: "TX",
  Georgia: "GA",
  Michigan: "MI",
  Pennsylvania: "PA",
  "Pennsylvania Parr": "PA",
  "Massachusetts Mash": "MA",
  California: "CA",
  Florida: "FL",
  Ohio: "OH",
  Virginia: "VA",
  Tennessee: "TN",
  Indiana: "IN"
};

/** Returns the USPS code behind a state label of the residence directory. */
export function residenceState(label: string): string {
  return RESIDENCE_STATES[label]!;
}

/** Reads the resident population of 50 states, DC and the territories, by USPS code. */
export function statePopulations(): Map<string, number> {
  return new Map(
    stateRows()
      .filter((cells) => cells[6])
      .map((cells) => [cells[0]!, Number(cells[6])])
  );
}

/** Reads the names of the states, DC and the territories, by USPS code. */
export function stateNames(): Map<string, string> {
  return new Map(stateRows().map((cells) => [cells[0]!, cells[1]!]));
}

/**
 * Returns how many treatment records that describe places lie in each state, such that all five files
 * together reach the plan’s totals of its ten largest states.
 */
export function recordStates(
  quotas: Omit<Quotas, "states">,
  scale: number,
  populations: Map<string, number>
): Map<string, number> {
  const states = [...populations.keys()];
  const others = states.map((state) => otherRecords(quotas, state));
  const records = Object.values(quotas.levels).reduce((a, b) => a + b, 0);
  const top = states.map((state) => (TOP_STATES[state] ?? 0) * scale);
  const rest = records + sum(others) - sum(top);
  const weights = states.map((state) =>
    state in TOP_STATES ? 0 : populations.get(state)! ** POPULATION_POWER
  );
  const targets = apportion(Math.max(0, Math.round(rest)), weights).map((count, i) => count + top[i]!);
  const parts = apportion(
    records,
    targets.map((target, i) => Math.max(0, target - others[i]!))
  );
  return new Map(states.map((state, i) => [state, parts[i]!]));
}

function otherRecords(quotas: Omit<Quotas, "states">, state: string): number {
  const residences = [...quotas.residences].filter(([label]) => residenceState(label) === state);
  const counts = [
    ...residences.map(([, count]) => count),
    ...[...quotas.centers.values()].map((states) => states.get(state) ?? 0),
    ...[quotas.nationalCenters, quotas.organizations, quotas.oxford].map((states) => states.get(state) ?? 0),
    quotas.demonstration.outpatient.get(state) ?? 0,
    quotas.demonstration.residential.get(state) ?? 0
  ];
  return sum(counts);
}

function stateRows(): string[][] {
  const lines = readFileSync(STATES_FILE, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => line.split(","));
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
