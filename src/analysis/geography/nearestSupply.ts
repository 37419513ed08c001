import {milesOfChord, type UnitVectors} from "./greatCircle.js";
import {buildTree, Search} from "./kdTree.js";

export interface Distances {
  /** Miles to the nearest, per place; Infinity where there is none. */
  first: Float64Array;
  /** Miles to the third nearest, per place; Infinity where there are fewer than three. */
  third: Float64Array;
}

/**
 * Returns great-circle miles from each place to the nearest and third nearest of the chosen sites; places and
 * sites are unit vectors. Several sites at one spot count severally.
 */
export function nearestSupply(places: UnitVectors, sites: UnitVectors, chosen: Int32Array): Distances {
  const search = new Search(buildTree(sites, chosen), 3);
  const miles = (squared: number) => (squared === Infinity ? Infinity : milesOfChord(squared));
  const count = places.x.length;
  const [first, third] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    search.from(places.x[i]!, places.y[i]!, places.z[i]!);
    first[i] = miles(search.found[0]!);
    third[i] = miles(search.found[2]!);
  }
  return {first, third};
}
