import {DOUBLE, INTEGER, VARCHAR} from "@duckdb/node-api";
import {placesOf} from "../../analysis/referrals/offers.js";
import {compareWithNull, type NullComparison} from "../../analysis/referrals/zScore.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import type {MeasureRow} from "./compareWithRandom.js";
import type {NumberedOffers} from "./readOffers.js";
import type {NetworkSettings} from "./readSettings.js";
import type {NetworkWorkers} from "./startWorkers.js";

export interface ComparedServices {
  /** Mean breadth of each service beside that of random networks, in the order of services. */
  breadths: NullComparison[];
  /** Measures of the whole network of places and services. */
  measures: MeasureRow[];
}

/** Compares who offers what with random networks in which places and services keep their numbers. */
export async function compareServices(
  workers: NetworkWorkers,
  {seed, nullRuns, serviceRounds: rounds}: NetworkSettings,
  {serviceIds: _, ...offers}: NumberedOffers
): Promise<ComparedServices> {
  const calls = [
    workers.call("twoModeMeasuresOf", offers),
    ...Array.from({length: nullRuns}, (_, run) =>
      workers.call("twoModeMeasuresOf", offers, {seed: seed + run, rounds})
    )
  ];
  const [observed, ...drawn] = await Promise.all(calls);
  const wholes = (["clustering", "assortativity"] as const).map((name) => ({
    measure: `two_mode_${name}`,
    nullModel: "services",
    ...compareWithNull(
      observed![name],
      drawn.map((measures) => measures[name])
    )
  }));
  const breadths = Array.from(observed!.meanBreadths, (breadth, service) =>
    compareWithNull(
      breadth,
      drawn.map(({meanBreadths}) => meanBreadths[service]!)
    )
  );
  return {breadths, measures: offers.services.length > 0 ? wholes : []};
}

/** Fills analysis.network_services with the services that a place offers. */
export async function writeServices(
  warehouse: Warehouse,
  {serviceIds, ...offers}: NumberedOffers,
  {breadths}: ComparedServices
): Promise<void> {
  const counts = placesOf(offers);
  const placeCount = offers.offsets.length - 1;
  const meanBreadth = offers.services.length / placeCount;
  const offered = Array.from(counts.keys()).filter((service) => counts[service]! > 0);
  const numbers = (value: (service: number) => number) => offered.map(value);
  await appendColumns(warehouse, "analysis.network_services", [
    [VARCHAR, offered.map((service) => serviceIds[service]!)],
    [INTEGER, numbers((service) => counts[service]!)],
    [DOUBLE, numbers((service) => counts[service]! / placeCount)],
    [DOUBLE, numbers((service) => breadths[service]!.observed)],
    [DOUBLE, numbers((service) => meanBreadth / breadths[service]!.observed)],
    [DOUBLE, numbers((service) => breadths[service]!.mean)],
    [DOUBLE, numbers((service) => breadths[service]!.deviation)],
    [DOUBLE, numbers((service) => breadths[service]!.zScore)]
  ]);
}
