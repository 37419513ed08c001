import {INTEGER, VARCHAR} from "@duckdb/node-api";
import type {Betweenness} from "../../analysis/referrals/betweenness.js";
import {bridgeCuts} from "../../analysis/referrals/bridgeCuts.js";
import type {CutPoints} from "../../analysis/referrals/cutPoints.js";
import type {Graph} from "../../analysis/referrals/graph.js";
import {removals} from "../../analysis/referrals/removal.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";

/** Works out what the closing of each articulation point and leading broker cuts off, and lists the bridges. */
export async function workOutRemovals(
  warehouse: Warehouse,
  graph: Graph,
  {cuts, between, brokerCount}: {cuts: CutPoints; between: Betweenness; brokerCount: number}
): Promise<void> {
  const lost = removals(graph, cuts);
  const {scores} = between;
  const brokers = Array.from(scores.keys())
    .filter((place) => scores[place]! > 0)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, brokerCount);
  const points = Array.from(cuts.articulationPoints);
  const closing = [...points, ...brokers];
  await appendColumns(warehouse, "analysis.network_removals", [
    [INTEGER, closing],
    [VARCHAR, closing.map((_, i) => (i < points.length ? "articulation_point" : "broker"))],
    [INTEGER, closing.map((place) => lost.get(place)?.length ?? 0)]
  ]);
  const pairs = points.flatMap((place) =>
    Array.from(lost.get(place)!, (other): [number, number] => [place, other])
  );
  await appendColumns(warehouse, "analysis.network_cut_offs", [
    [INTEGER, pairs.map(([place]) => place)],
    [INTEGER, pairs.map(([, other]) => other)]
  ]);
  await appendColumns(warehouse, "analysis.network_bridges", [
    [INTEGER, cuts.bridges.map(([a]) => a)],
    [INTEGER, cuts.bridges.map(([, b]) => b)],
    [INTEGER, bridgeCuts(graph, cuts)]
  ]);
}
