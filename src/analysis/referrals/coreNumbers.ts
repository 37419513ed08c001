import {degrees} from "./degrees.js";
import type {Graph} from "./graph.js";

/**
 * Returns the core number of each node: the largest k such that it belongs to a group whose members each have
 * k neighbours within the group (Seidman, 1983), by the linear algorithm of Batagelj and Zaveršnik (2003).
 */
export function coreNumbers(graph: Graph): Int32Array {
  const {nodeCount, offsets, targets} = graph;
  const cores = degrees(graph);
  const starts = new Int32Array(cores.reduce((max, degree) => Math.max(max, degree), 0) + 2);
  for (const degree of cores) starts[degree + 1]!++;
  for (let d = 1; d < starts.length; d++) starts[d]! += starts[d - 1]!;
  const places = new Int32Array(nodeCount);
  const order = new Int32Array(nodeCount);
  const cursor = starts.slice();
  for (let v = 0; v < nodeCount; v++) {
    places[v] = cursor[cores[v]!]!++;
    order[places[v]!] = v;
  }
  for (let k = 0; k < nodeCount; k++) {
    const v = order[k]!;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const u = targets[i]!;
      if (cores[u]! <= cores[v]!) continue;
      const first = Math.max(starts[cores[u]!]!, k + 1);
      const w = order[first]!;
      order[first] = u;
      order[places[u]!] = w;
      places[w] = places[u]!;
      places[u] = first;
      starts[cores[u]!] = first + 1;
      cores[u]!--;
    }
  }
  return cores;
}
