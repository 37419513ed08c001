import {type Band, type Demand, e2sfca} from "./e2sfca.js";
import {unitVectors} from "./greatCircle.js";
import {nearestSupply} from "./nearestSupply.js";

/** Places where help is given: one entry per site; kinds is a bit mask, bit k for the kind numbered k. */
export interface Sites {
  longitude: Float64Array;
  latitude: Float64Array;
  kinds: ArrayLike<number>;
  /** The kinds that records accepting Medicaid give. */
  medicaidKinds: ArrayLike<number>;
}

/** How reachable one kind of help is, with an entry per demand place in each array. */
export interface AccessOfKind {
  /** Miles to the nearest site; Infinity where there is none. */
  first: Float64Array;
  /** Miles to the third nearest site; Infinity where there are fewer. */
  third: Float64Array;
  /** Sites per person, by floating catchment areas. */
  score: Float64Array;
}

/**
 * Measures distance and floating-catchment supply for every kind of help: first for any payer, in the order of
 * the bits, then once more for the sites that accept Medicaid. Each site counts as one unit of supply. There
 * may be 16 kinds at most, for two of each must fit a bit mask.
 */
export function measureAccess(
  demand: Demand,
  sites: Sites,
  {bands, kindCount}: {bands: Band[]; kindCount: number}
): AccessOfKind[] {
  const masks = Array.from(sites.kinds, (kinds, i) => kinds | (sites.medicaidKinds[i]! << kindCount));
  const supply = {...sites, amount: masks.map(() => 1), kinds: masks};
  const scores = e2sfca(demand, supply, {bands, kindCount: 2 * kindCount});
  const places = unitVectors(demand.longitude, demand.latitude);
  const spots = unitVectors(sites.longitude, sites.latitude);
  return scores.map((score, bit) => {
    const chosen = Int32Array.from(masks.flatMap((mask, i) => ((mask >>> bit) & 1 ? [i] : [])));
    return {
      ...nearestSupply(places, spots, chosen),
      score
    };
  });
}
