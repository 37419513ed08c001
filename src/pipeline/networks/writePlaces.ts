import {BOOLEAN, FLOAT, INTEGER, SMALLINT, VARCHAR} from "@duckdb/node-api";
import type {Betweenness} from "../../analysis/referrals/betweenness.js";
import type {CutPoints} from "../../analysis/referrals/cutPoints.js";
import {spreadOut} from "../../analysis/referrals/layout.js";
import type {PlaceMeasures} from "../../analysis/referrals/measurePlaces.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns, type Column} from "../appendColumns.js";
import type {Places} from "./readPlaces.js";

// More digits than these say nothing and only fill the file.
const rounded = (value: number, digits: number): number =>
  value === 0 || Number.isNaN(value) ? value : Number(value.toPrecision(digits));

/** What is known of every place. */
export interface MeasuredPlaces {
  communities: Int32Array;
  measures: PlaceMeasures;
  between: Betweenness;
  cuts: CutPoints;
}

/** Draws every place and fills analysis.network_places. */
export async function writePlaces(
  warehouse: Warehouse,
  places: Places,
  {communities, measures, between, cuts}: MeasuredPlaces
): Promise<void> {
  const drawing = spreadOut(places, places.states, measures.degrees);
  const isArticulationPoint = new Uint8Array(places.count);
  for (const place of cuts.articulationPoints) isArticulationPoint[place] = 1;
  const column = (values: Float64Array, digits: number): Column => [
    FLOAT,
    (place) => rounded(values[place]!, digits)
  ];
  const {strengths} = measures;
  await appendColumns(warehouse, "analysis.network_places", [
    [INTEGER, Int32Array.from({length: places.count}, (_, place) => place)],
    [VARCHAR, places.organizationIds],
    [VARCHAR, (place) => places.stateCodes[places.states[place]!]!],
    [INTEGER, communities],
    [INTEGER, measures.components],
    [INTEGER, measures.degrees],
    [FLOAT, (place) => rounded(Math.round(strengths[place]! * 1000) / 1000, 7)],
    column(measures.pageRanks, 4),
    column(between.scores, 4),
    column(between.errors, 2),
    column(measures.constraints, 4),
    [INTEGER, measures.coreNumbers],
    [BOOLEAN, (place) => isArticulationPoint[place] === 1],
    column(places.longitudes, 7),
    column(places.latitudes, 7),
    [SMALLINT, drawing.x],
    [SMALLINT, drawing.y]
  ]);
}
