import {DOUBLE, VARCHAR} from "@duckdb/node-api";
import {degreeNull} from "../../analysis/referrals/degreeNull.js";
import type {EdgeList} from "../../analysis/referrals/graph.js";
import {lengthNull} from "../../analysis/referrals/lengthNull.js";
import {seededRandom} from "../../analysis/referrals/seededRandom.js";
import {structureMeasures} from "../../analysis/referrals/structureMeasures.js";
import {compareWithNull, type NullComparison} from "../../analysis/referrals/zScore.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import {readParameter} from "../readParameter.js";
import type {Places} from "./readPlaces.js";

interface MeasureRow extends NullComparison {
  measure: string;
  nullModel: string;
}

/** Compares the network with random ones of both kinds, and fills analysis.network_measures; `alone` are measures without a comparison. */
export async function compareWithRandom(
  warehouse: Warehouse,
  places: Places,
  {edges, alone}: {edges: EdgeList; alone: Record<string, number>}
): Promise<void> {
  const parameter = (name: string) => readParameter(warehouse, name);
  const seed = await parameter("network_seed");
  const runs = await parameter("network_null_runs");
  const random = seededRandom(seed);
  const swaps = {random, swapsPerEdge: await parameter("network_null_degree_swaps")};
  const lengths = {
    random,
    swapsPerEdge: await parameter("network_null_length_swaps"),
    cellKm: await parameter("referral_radius_km"),
    classCount: await parameter("network_null_length_classes")
  };
  const kinds = {types: places.types, states: places.states, seed};
  const measure = (ties: EdgeList) =>
    structureMeasures(places.count, {...ties, weights: edges.weights}, kinds);
  const observed = edges.sources.length > 1 ? measure(edges) : {};
  const compared = (nullModel: string, draw: () => EdgeList): MeasureRow[] => {
    const networks = Array.from({length: edges.sources.length > 1 ? runs : 0}, () => measure(draw()));
    return Object.entries(observed).map(([name, value]) => ({
      measure: name,
      nullModel,
      ...compareWithNull(
        value,
        networks.map((network) => network[name]!)
      )
    }));
  };
  await writeMeasures(warehouse, [
    ...Object.entries(alone).map(([name, value]) => ({
      measure: name,
      nullModel: "none",
      ...compareWithNull(value, [])
    })),
    ...compared("degree", () => degreeNull(places.count, edges, swaps)),
    ...compared("length", () => lengthNull(places.points, edges, lengths))
  ]);
}

async function writeMeasures(warehouse: Warehouse, rows: MeasureRow[]): Promise<void> {
  const defined = rows.filter(({observed}) => !Number.isNaN(observed));
  await appendColumns(warehouse, "analysis.network_measures", [
    [VARCHAR, defined.map(({measure}) => measure)],
    [VARCHAR, defined.map(({nullModel}) => nullModel)],
    [DOUBLE, defined.map(({observed}) => observed)],
    [DOUBLE, defined.map(({mean}) => mean)],
    [DOUBLE, defined.map(({deviation}) => deviation)],
    [DOUBLE, defined.map(({zScore}) => zScore)]
  ]);
}
