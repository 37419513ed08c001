import {connectedComponents} from "./components.js";
import type {CutPoints} from "./cutPoints.js";
import type {Graph} from "./graph.js";

/** Returns the number of nodes on the smaller side of each bridge, in the order of bridges. */
export function bridgeCuts(graph: Graph, {bridges, discovery, subtreeSizes}: CutPoints): Int32Array {
  const {components, sizes} = connectedComponents(graph);
  return Int32Array.from(bridges, ([a, b]) => {
    const below = subtreeSizes[discovery[a]! > discovery[b]! ? a : b]!;
    return Math.min(below, sizes[components[a]!]! - below);
  });
}
