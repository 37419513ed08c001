import {connectedComponents} from "./components.js";
import {constraint} from "./constraint.js";
import {coreNumbers} from "./coreNumbers.js";
import {degrees, strengths} from "./degrees.js";
import type {Graph} from "./graph.js";
import {pageRank} from "./pageRank.js";

/** What each place is in the network, in the order of places. */
export interface PlaceMeasures {
  /** Number of the component, from 0 in order of size, then of its smallest place. */
  components: Int32Array;
  degrees: Int32Array;
  strengths: Float64Array;
  /** PageRank times the number of places: 1 is the average. */
  pageRanks: Float64Array;
  /** Burt’s constraint; NaN without ties. */
  constraints: Float64Array;
  coreNumbers: Int32Array;
}

/** Measures every place of a network, betweenness apart. */
export function measurePlaces(graph: Graph): PlaceMeasures {
  const {components, sizes} = connectedComponents(graph);
  return {
    components: numberedBySize(components, sizes),
    degrees: degrees(graph),
    strengths: strengths(graph),
    pageRanks: pageRank(graph, {tolerance: 1e-8}).map((score) => score * graph.nodeCount),
    constraints: constraint(graph),
    coreNumbers: coreNumbers(graph)
  };
}

/** Numbers groups from 0 in order of size, largest first; equal ones keep their order. */
export function numberedBySize(groups: Int32Array, sizes: ArrayLike<number>): Int32Array {
  const order = Array.from(sizes, (_, group) => group).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rank = new Int32Array(order.length);
  order.forEach((group, position) => (rank[group] = position));
  return groups.map((group) => rank[group]!);
}
