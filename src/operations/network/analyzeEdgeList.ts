import {writeFileSync} from "node:fs";
import {buildGraph, loopWeights} from "../../analysis/referrals/graph.js";
import {leiden} from "../../analysis/referrals/leiden.js";
import {measurePlaces, numberedBySize} from "../../analysis/referrals/measurePlaces.js";
import type {NamedEdges} from "./readEdgeList.js";

export interface EdgeListResult {
  nodes: number;
  /** Pairs of different nodes with an edge. */
  edges: number;
  /** Edges that repeat a pair, either way round; their weights are added. */
  parallel_edges: number;
  loops: number;
  components: number;
  communities: number;
  modularity: number;
}

/**
 * Finds the communities of any network and measures its nodes. Loops count in modularity, twice in the strength of
 * their node, and nowhere else; a node without edges is a community of its own. Writes a row per node to a CSV file, if
 * one is named.
 */
export function analyzeEdgeList(
  {names, ...edges}: NamedEdges,
  {output, seed = 1}: {output?: string; seed?: number}
) {
  const graph = buildGraph(names.length, edges);
  const found = leiden(graph, {seed, loops: loopWeights(names.length, edges)});
  const measures = measurePlaces(graph);
  const sizes = new Int32Array(found.count);
  for (const community of found.communities) sizes[community]!++;
  const communities = numberedBySize(found.communities, sizes);
  const loops = edges.sources.filter((source, e) => source === edges.targets[e]).length;
  if (output !== undefined) {
    const {components, degrees, strengths, pageRanks, coreNumbers} = measures;
    const rows = names.map((name, v) =>
      [
        quoted(name),
        communities[v],
        components[v],
        degrees[v],
        strengths[v],
        pageRanks[v]! / names.length,
        coreNumbers[v]
      ].join()
    );
    writeFileSync(
      output,
      ["id,community,component,degree,strength,page_rank,core_number", ...rows, ""].join("\n")
    );
  }
  const result: EdgeListResult = {
    nodes: names.length,
    edges: graph.edgeCount,
    parallel_edges: edges.sources.length - loops - graph.edgeCount,
    loops,
    components: measures.components.reduce((most, component) => Math.max(most, component + 1), 0),
    communities: found.count,
    modularity: found.modularity
  };
  return result;
}

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
