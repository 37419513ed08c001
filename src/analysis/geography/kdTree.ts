import type {UnitVectors} from "./greatCircle.js";

const LEAF = 8;

/** A balanced k-d tree over unit vectors: the points in tree order, in flat arrays; see buildTree and Search. */
export type KdTree = UnitVectors;

/** Builds a tree over the chosen points. Deterministic: equal input, equal tree. */
export function buildTree(points: UnitVectors, chosen: Int32Array): KdTree {
  const order = chosen.slice();
  const axes = [points.x, points.y, points.z];
  const split = (from: number, to: number, depth: number): void => {
    if (to - from <= LEAF) return;
    const middle = (from + to) >> 1;
    select(order, axes[depth % 3]!, {k: middle, low: from, high: to - 1});
    split(from, middle, depth + 1);
    split(middle + 1, to, depth + 1);
  };
  split(0, order.length, 0);
  const arranged = (axis: Float64Array) => Float64Array.from(order, (i) => axis[i]!);
  return {x: arranged(points.x), y: arranged(points.y), z: arranged(points.z)};
}

/** A search for the nearest few points of a tree, reusable from query to query. */
export class Search {
  /** Squared chords to the nearest points, ascending; Infinity where the tree holds fewer. */
  readonly found: Float64Array;
  private x = 0;
  private y = 0;
  private z = 0;

  constructor(
    private readonly tree: KdTree,
    count: number
  ) {
    this.found = new Float64Array(count);
  }

  /** Fills found for the given unit vector. */
  from(x: number, y: number, z: number): void {
    this.x = x;
    this.y = y;
    this.z = z;
    this.found.fill(Infinity);
    this.visit(0, this.tree.x.length, 0);
  }

  private visit(from: number, to: number, axis: number): void {
    if (to - from <= LEAF) {
      for (let i = from; i < to; i++) this.offer(i);
      return;
    }
    const {x, y, z} = this.tree;
    const middle = (from + to) >> 1;
    const gap = axis === 0 ? this.x - x[middle]! : axis === 1 ? this.y - y[middle]! : this.z - z[middle]!;
    const next = axis === 2 ? 0 : axis + 1;
    if (gap < 0) this.visit(from, middle, next);
    else this.visit(middle + 1, to, next);
    this.offer(middle);
    if (gap * gap >= this.found[this.found.length - 1]!) return;
    if (gap < 0) this.visit(middle + 1, to, next);
    else this.visit(from, middle, next);
  }

  private offer(i: number): void {
    const {found} = this;
    const dx = this.tree.x[i]! - this.x;
    const dy = this.tree.y[i]! - this.y;
    const dz = this.tree.z[i]! - this.z;
    const squared = dx * dx + dy * dy + dz * dz;
    let k = found.length - 1;
    if (squared >= found[k]!) return;
    for (; k > 0 && found[k - 1]! > squared; k--) found[k] = found[k - 1]!;
    found[k] = squared;
  }
}

/** Puts the entry that belongs at position k there, smaller ones before it (Hoare's quickselect). */
function select(
  order: Int32Array,
  axis: Float64Array,
  {k, low, high}: {k: number; low: number; high: number}
): void {
  while (low < high) {
    const pivot = axis[order[(low + high) >> 1]!]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (axis[order[i]!]! < pivot) i++;
      while (axis[order[j]!]! > pivot) j--;
      if (i <= j) {
        const swapped = order[i]!;
        order[i++] = order[j]!;
        order[j--] = swapped;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return;
  }
}
