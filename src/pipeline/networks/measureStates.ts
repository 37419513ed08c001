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
  const measured = groupTies(states, stateCodes.length, ties);
  const rows = stateCodes
    .map((code, state) => ({code, ...measured[state]!}))
    .filter((row): row is typeof row & {code: string} => row.code !== null);
  await appendColumns(warehouse, "analysis.network_states", [
    [VARCHAR, rows.map(({code}) => code)],
    [INTEGER, rows.map(({nodeCount}) => nodeCount)],
    [INTEGER, rows.map(({edgeCount}) => edgeCount)],
    [DOUBLE, rows.map(({density}) => density)],
    [DOUBLE, rows.map(({centralization}) => centralization)]
  ]);
}
