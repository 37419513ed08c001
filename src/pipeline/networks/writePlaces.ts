import {BOOLEAN, FLOAT, INTEGER, SMALLINT, VARCHAR} from "@duckdb/node-api";
import type {Betweenness} from "../../analysis/referrals/betweenness.js";
import type {CutPoints} from "../../analysis/referrals/cutPoints.js";
import type {Graph} from "../../analysis/referrals/graph.js";
import {spreadOut} from "../../analysis/referrals/layout.js";
import {measurePlaces, type PlaceMeasures} from "../../analysis/referrals/measurePlaces.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns, type Column} from "../appendColumns.js";
import type {Places} from "./readPlaces.js";

// More digits than these say nothing and only fill the file.
const rounded = (values: Float64Array, digits: number): Float64Array =>
  values.map((value) => (value === 0 || Number.isNaN(value) ? value : Number(value.toPrecision(digits))));

/** Measures and draws every place, and fills analysis.network_places. */
export async function writePlaces(
  warehouse: Warehouse,
  places: Places,
  {
    communities,
    ...measured
  }: {
    graph: Graph;
    cuts: CutPoints;
    communities: Int32Array;
    between: Betweenness;
  }
): Promise<PlaceMeasures> {
  const measures = measurePlaces(measured.graph, measured.cuts, measured.between);
  const drawing = spreadOut(places, places.states, measures.degrees);
  const column = (values: Float64Array, digits: number): Column => [FLOAT, rounded(values, digits)];
  await appendColumns(warehouse, "analysis.network_places", [
    [INTEGER, Int32Array.from({length: places.count}, (_, place) => place)],
    [VARCHAR, places.organizationIds],
    [VARCHAR, places.stateCodes],
    [INTEGER, communities],
    [INTEGER, measures.components],
    [INTEGER, measures.degrees],
    column(
      measures.strengths.map((sum) => Math.round(sum * 1000) / 1000),
      7
    ),
    column(measures.pageRanks, 4),
    column(measures.betweenness, 4),
    column(measures.betweennessErrors, 2),
    column(measures.constraints, 4),
    [INTEGER, measures.coreNumbers],
    [BOOLEAN, Array.from(measures.isArticulationPoint, Boolean)],
    column(places.longitudes, 7),
    column(places.latitudes, 7),
    [SMALLINT, drawing.x],
    [SMALLINT, drawing.y]
  ]);
  return measures;
}
