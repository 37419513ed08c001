import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {buildGraph, type Graph} from "../../../src/analysis/referrals/graph.js";

export const GRAPHS = join(process.env.WORKBENCH_SHARED_DATA ?? "../shared/data", "graphs");
export const hasSharedGraphs = existsSync(GRAPHS);

/** Zachary’s karate club (1977), its 34 members numbered from 0. */
export const KARATE =
  "0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 " +
  "1-30 2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 " +
  "13-33 14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 " +
  "24-25 24-27 24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33";

/** Reads edges written as “0-1 1-2”. */
export function edgesOf(text: string): {sources: number[]; targets: number[]} {
  const pairs = text.split(" ").map((pair) => pair.split("-").map(Number));
  return {sources: pairs.map(([a]) => a!), targets: pairs.map(([, b]) => b!)};
}

export function graphOf(nodeCount: number, text: string): Graph {
  return buildGraph(nodeCount, edgesOf(text));
}

export function readSharedRows(file: string): Array<Record<string, string>> {
  const [header, ...lines] = readFileSync(join(GRAPHS, file), "utf8").trim().split("\n");
  const names = header!.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  });
}

export function readSharedGraph(name: string): Graph {
  const edges = readSharedRows(`${name}.edges.csv`);
  return buildGraph(readSharedRows(`${name}.nodes.csv`).length, {
    sources: edges.map(({source}) => Number(source)),
    targets: edges.map(({target}) => Number(target))
  });
}

/** Draws a random simple graph with the given number of edges. */
export function randomEdges(nodeCount: number, edgeCount: number, random: () => number) {
  const seen = new Set<number>();
  while (seen.size < edgeCount) {
    const a = Math.floor(random() * nodeCount);
    const b = Math.floor(random() * nodeCount);
    if (a !== b) seen.add(Math.min(a, b) * nodeCount + Math.max(a, b));
  }
  const keys = [...seen];
  return {
    sources: keys.map((key) => Math.floor(key / nodeCount)),
    targets: keys.map((key) => key % nodeCount)
  };
}
