import {buildCells, type CellIndex, visitNear} from "./cellIndex.js";
import {chordSquared, unitVectors, type UnitVectors} from "./greatCircle.js";

/** Distance bands around a point: each reaches to its outer edge and carries the weight of its travel zone. */
export interface Band {
  miles: number;
  weight: number;
}

/** Places where people live. All arrays have one entry per place. */
export interface Demand {
  longitude: ArrayLike<number>;
  latitude: ArrayLike<number>;
  population: ArrayLike<number>;
}

/** Places where help is given; kinds is a bit mask of the kinds of help that each gives. */
export interface Supply {
  longitude: ArrayLike<number>;
  latitude: ArrayLike<number>;
  amount: ArrayLike<number>;
  kinds: ArrayLike<number>;
}

/**
 * Returns, for each of kindCount kinds of help, the enhanced two-step floating catchment area score of every
 * demand place: supply units per person. Step 1 divides each supply by the weighted population of its
 * catchment, R_j = S_j / Σ_k P_k W(d_kj); step 2 adds up what a place can reach, A_i = Σ_j R_j W(d_ij).
 * Distances are great-circle. A supply place that nobody lives near adds nothing.
 * Source: Luo and Qi 2009, Health & Place 15(4), 1100–1107, doi:10.1016/j.healthplace.2009.06.002.
 */
export function e2sfca(
  demand: Demand,
  supply: Supply,
  {bands, kindCount}: {bands: Band[]; kindCount: number}
): Float64Array[] {
  const homes = arrange(demand, bands);
  const scores = new Float64Array(homes.population.length * kindCount);
  const sites = unitVectors(supply.longitude, supply.latitude);
  for (const group of groupsByLocation(supply)) {
    const first = group[0]!;
    const people = enter(homes, [sites.x[first]!, sites.y[first]!, sites.z[first]!]);
    if (people > 0)
      handOut(
        scores,
        homes,
        amountsByKind(supply, group, kindCount).map((a) => a / people)
      );
  }
  return Array.from({length: kindCount}, (_, kind) => {
    const score = new Float64Array(homes.population.length);
    homes.cells.members.forEach((place, row) => (score[place] = scores[row * kindCount + kind]!));
    return score;
  });
}

/** Demand places in cell order, so that a catchment reads memory in runs, and the catchment last entered. */
interface Homes {
  cells: CellIndex;
  vectors: UnitVectors;
  population: Float64Array;
  edges: Float64Array;
  weights: Float64Array;
  near: {row: Int32Array; weight: Float64Array; count: number};
}

function arrange({longitude, latitude, population}: Demand, bands: Band[]): Homes {
  const given = unitVectors(longitude, latitude);
  const cells = buildCells(given, Math.max(...bands.map(({miles}) => miles)));
  const inOrder = (values: ArrayLike<number>) => Float64Array.from(cells.members, (place) => values[place]!);
  const count = cells.members.length;
  return {
    cells,
    vectors: {x: inOrder(given.x), y: inOrder(given.y), z: inOrder(given.z)},
    population: inOrder(population),
    edges: Float64Array.from(bands, ({miles}) => chordSquared(miles)),
    weights: Float64Array.from(bands, ({weight}) => weight),
    near: {row: new Int32Array(count), weight: new Float64Array(count), count: 0}
  };
}

/** Finds the homes in the bands around a point, and returns their weighted population. */
function enter(
  {cells, vectors, population, edges, weights, near}: Homes,
  at: [number, number, number]
): number {
  const {x, y, z} = vectors;
  const [atX, atY, atZ] = at;
  const outer = edges[edges.length - 1]!;
  let [count, people] = [0, 0];
  visitNear(cells, at, (from, to) => {
    for (let row = from; row < to; row++) {
      const dx = x[row]! - atX;
      const dy = y[row]! - atY;
      const dz = z[row]! - atZ;
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared > outer) continue;
      let band = 0;
      while (squared > edges[band]!) band++;
      near.row[count] = row;
      near.weight[count++] = weights[band]!;
      people += population[row]! * weights[band]!;
    }
  });
  near.count = count;
  return people;
}

function handOut(scores: Float64Array, {near}: Homes, ratios: Float64Array): void {
  const kinds = Int32Array.from(ratios.keys()).filter((kind) => ratios[kind]! > 0);
  for (let n = 0; n < near.count; n++) {
    const at = near.row[n]! * ratios.length;
    const weight = near.weight[n]!;
    for (let k = 0; k < kinds.length; k++) {
      const kind = kinds[k]!;
      scores[at + kind]! += ratios[kind]! * weight;
    }
  }
}

/** Sites at one spot share their catchment, so it is searched once. */
function groupsByLocation({longitude, latitude}: Supply): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  for (let site = 0; site < longitude.length; site++) {
    const key = `${longitude[site]},${latitude[site]}`;
    const group = groups.get(key);
    if (group) group.push(site);
    else groups.set(key, [site]);
  }
  return groups.values();
}

function amountsByKind({amount, kinds}: Supply, sites: number[], kindCount: number): Float64Array {
  const amounts = new Float64Array(kindCount);
  for (const site of sites)
    for (let kind = 0; kind < kindCount; kind++)
      if ((kinds[site]! >>> kind) & 1) amounts[kind]! += amount[site]!;
  return amounts;
}
