import {DOUBLE, VARCHAR} from "@duckdb/node-api";
import type {EdgeList} from "../../analysis/referrals/graph.js";
import type {RandomNetwork} from "../../analysis/referrals/networkRuns.js";
import {compareWithNull, type NullComparison} from "../../analysis/referrals/zScore.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import type {NetworkWorkers} from "./startWorkers.js";
import type {Places} from "./readPlaces.js";
import type {NetworkSettings} from "./readSettings.js";

export interface MeasureRow extends NullComparison {
  measure: string;
  nullModel: string;
}

/** Measures the network and random ones of both kinds, and compares them. */
export async function compareWithRandom(
  workers: NetworkWorkers,
  {seed, radiusKm, ...settings}: NetworkSettings & {radiusKm: number},
  {places, edges}: {places: Pick<Places, "count" | "points" | "types" | "states">; edges: EdgeList}
): Promise<MeasureRow[]> {
  if (edges.sources.length < 2) return [];
  const lengths = {points: places.points, cellKm: radiusKm, classCount: settings.lengthClasses};
  const models = {
    length: {swapsPerEdge: settings.lengthSwaps, lengths},
    degree: {swapsPerEdge: settings.degreeSwaps}
  };
  const kinds = {types: places.types, states: places.states, seed};
  const measure = (random?: RandomNetwork) =>
    workers.call("measuresOf", places.count, edges, {...kinds, random});
  const observed = measure();
  const drawn = Object.entries(models).map(([nullModel, model]) => ({
    nullModel,
    networks: Array.from({length: settings.nullRuns}, (_, run) => measure({...model, seed: seed + run}))
  }));
  const compared = drawn.map(async ({nullModel, networks}) =>
    comparisons(nullModel, await observed, await Promise.all(networks))
  );
  return (await Promise.all(compared)).flat();
}

type Measures = Record<string, number>;

function comparisons(nullModel: string, observed: Measures, networks: Measures[]): MeasureRow[] {
  return Object.entries(observed).map(([measure, value]) => ({
    measure,
    nullModel,
    ...compareWithNull(
      value,
      networks.map((network) => network[measure]!)
    )
  }));
}

/** Fills analysis.network_measures; `alone` are measures without a comparison. */
export async function writeMeasures(
  warehouse: Warehouse,
  {alone, compared}: {alone: Record<string, number>; compared: MeasureRow[]}
): Promise<void> {
  const uncompared = Object.entries(alone).map(([measure, value]) => ({
    measure,
    nullModel: "none",
    ...compareWithNull(value, [])
  }));
  const rows = [...uncompared, ...compared].filter(({observed}) => !Number.isNaN(observed));
  await appendColumns(warehouse, "analysis.network_measures", [
    [VARCHAR, rows.map(({measure}) => measure)],
    [VARCHAR, rows.map(({nullModel}) => nullModel)],
    [DOUBLE, rows.map(({observed}) => observed)],
    [DOUBLE, rows.map(({mean}) => mean)],
    [DOUBLE, rows.map(({deviation}) => deviation)],
    [DOUBLE, rows.map(({zScore}) => zScore)]
  ]);
}
