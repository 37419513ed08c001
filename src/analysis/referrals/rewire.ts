import type {EdgeList} from "./graph.js";

/** Edges whose arrays are the caller’s own. */
export interface Pairs {
  sources: Int32Array;
  targets: Int32Array;
}

export interface RewireOptions {
  random: () => number;
  /** Swaps tried per edge. */
  swapsPerEdge?: number;
  /**
   * Draws the edge that an edge may swap far ends with; any edge, either way round, unless given. Must be as likely to
   * draw one from the other as the other from the one, and may look at sources alone, which then never change.
   */
  partner?: (edge: number) => number;
  /** Refuses a new tie; for a null model that keeps more than the degrees, such as the lengths of ties. */
  accepts?: (edge: number, source: number, target: number) => boolean;
}

/**
 * Returns a random graph in which every node keeps its number of ties (Maslov and Sneppen, 2002): two edges a–b
 * and c–d become a–d and c–b unless that would make a loop or an edge that exists. Edges must be unique.
 */
export function rewire(nodeCount: number, {sources, targets}: EdgeList, options: RewireOptions): Pairs {
  const own = {sources: Int32Array.from(sources), targets: Int32Array.from(targets)};
  return swapEnds(nodeCount, own, options);
}

/** Rewires the edges where they lie, and returns them. */
export function swapEnds(
  nodeCount: number,
  edges: Pairs,
  {random, swapsPerEdge = 10, partner, accepts}: RewireOptions
): Pairs {
  const {sources: a, targets: b} = edges;
  const edgeCount = a.length;
  const neighbours = neighbourLists(nodeCount, edges);
  // Taking edges in turn leaves every graph as likely as drawing them does, and is kinder to the processor’s cache.
  for (let attempt = 0; attempt < edgeCount * swapsPerEdge; attempt++) {
    const e = attempt % edgeCount;
    const f = partner ? partner(e) : Math.floor(random() * edgeCount);
    const flip = !partner && random() < 0.5;
    const [p, q] = [a[e]!, b[e]!];
    const [r, s] = flip ? [b[f]!, a[f]!] : [a[f]!, b[f]!];
    if (p === r || p === s || q === r || q === s) continue;
    if (accepts && !(accepts(e, p, s) && accepts(f, r, q))) continue;
    if (neighbours.has(p, s) || neighbours.has(r, q)) continue;
    neighbours.replace(p, q, s);
    neighbours.replace(q, p, r);
    neighbours.replace(r, s, q);
    neighbours.replace(s, r, p);
    b[e] = s;
    a[f] = r;
    b[f] = q;
  }
  return edges;
}

// Degrees never change, so each node’s neighbours keep their slots.
function neighbourLists(nodeCount: number, {sources, targets}: Pairs) {
  const offsets = new Int32Array(nodeCount + 1);
  for (const ends of [sources, targets]) for (const v of ends) offsets[v + 1]!++;
  for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
  const slots = new Int32Array(offsets[nodeCount]!);
  const cursor = offsets.slice();
  for (let e = 0; e < sources.length; e++) {
    slots[cursor[sources[e]!]!++] = targets[e]!;
    slots[cursor[targets[e]!]!++] = sources[e]!;
  }
  return {
    has(v: number, u: number): boolean {
      const isShorter = offsets[v + 1]! - offsets[v]! <= offsets[u + 1]! - offsets[u]!;
      const [from, sought] = isShorter ? [v, u] : [u, v];
      for (let i = offsets[from]!; i < offsets[from + 1]!; i++) if (slots[i] === sought) return true;
      return false;
    },
    replace(v: number, old: number, fresh: number): void {
      let i = offsets[v]!;
      while (slots[i] !== old) i++;
      slots[i] = fresh;
    }
  };
}
