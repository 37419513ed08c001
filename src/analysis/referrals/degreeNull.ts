import type {EdgeList} from "./graph.js";
import {matchStubs} from "./matchStubs.js";
import {rewire, swapEnds} from "./rewire.js";

/**
 * Returns a random network in which every node keeps its number of ties and nothing else. It begins from shuffled ends
 * where these can be mended, else from the network itself, and swaps on from there.
 */
export function degreeNull(
  nodeCount: number,
  edges: EdgeList,
  {random, swapsPerEdge}: {random: () => number; swapsPerEdge: number}
) {
  const drawn = matchStubs(nodeCount, edges, random);
  const options = {random, swapsPerEdge};
  return drawn ? swapEnds(nodeCount, drawn, options) : rewire(nodeCount, edges, options);
}
