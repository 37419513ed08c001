import {DOUBLE, INTEGER, VARCHAR} from "@duckdb/node-api";
import {groupTies} from "../../analysis/referrals/density.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import type {Places} from "./readPlaces.js";
import type {ScoredTies} from "./scoreTies.js";

/** Fills analysis.network_states: how dense and how centralized the ties inside each state are. */
export async function measureStates(
  warehouse: Warehouse,
  {stateCodes, states}: Places,
  ties: ScoredTies
): Promise<void> {
  const codes = new Map<number, string>();
  stateCodes.forEach((code, place) => code !== null && codes.set(states[place]!, code));
  const most = states.reduce((max, state) => Math.max(max, state), 0);
  const measured = groupTies(states, most + 1, ties);
  const rows = [...codes].sort(([a], [b]) => a - b).map(([state, code]) => ({code, ...measured[state]!}));
  await appendColumns(warehouse, "analysis.network_states", [
    [VARCHAR, rows.map(({code}) => code)],
    [INTEGER, rows.map(({nodeCount}) => nodeCount)],
    [INTEGER, rows.map(({edgeCount}) => edgeCount)],
    [DOUBLE, rows.map(({density}) => density)],
    [DOUBLE, rows.map(({centralization}) => centralization)]
  ]);
}
