import {strengths} from "./degrees.js";
import type {Graph} from "./graph.js";

/** A graph whose nodes stand for groups of nodes: what is inside a group counts in its strength. */
export interface CommunityLevel {
  nodeCount: number;
  /** The neighbours of node v are targets[offsets[v]] up to targets[offsets[v + 1] − 1], in any order. */
  offsets: Int32Array;
  targets: Int32Array;
  weights: Float64Array;
  /** Strength of each node, twice the weight inside its group included. */
  strength: Float64Array;
  /** Twice the weight of the whole graph; the same at every level. */
  doubleWeight: number;
}

/** Takes every node by itself; its loops, if there are any, lie inside it. */
export function baseLevel(graph: Graph, loops?: Float64Array): CommunityLevel {
  const {nodeCount, offsets, targets, weights, totalWeight} = graph;
  const strength = strengths(graph);
  let doubleWeight = 2 * totalWeight;
  loops?.forEach((weight, v) => {
    strength[v]! += 2 * weight;
    doubleWeight += 2 * weight;
  });
  return {nodeCount, offsets, targets, weights, strength, doubleWeight};
}

/**
 * Numbers the labels, which lie below the number of nodes, from 0 in order of first appearance, in place, and returns
 * how many there are.
 */
export function renumber(labels: Int32Array): number {
  const numbers = new Int32Array(labels.length);
  let count = 0;
  for (let v = 0; v < labels.length; v++) {
    const label = labels[v]!;
    if (numbers[label] === 0) numbers[label] = ++count;
    labels[v] = numbers[label]! - 1;
  }
  return count;
}

/** Collapses each group, numbered from 0 to count − 1, into one node. */
export function collapse(level: CommunityLevel, groups: Int32Array, count: number): CommunityLevel {
  const {offsets, targets, weights} = level;
  const strength = new Float64Array(count);
  for (let v = 0; v < groups.length; v++) strength[groups[v]!]! += level.strength[v]!;
  const {members, starts} = membersOf(groups, count);
  const collapsed = {
    offsets: new Int32Array(count + 1),
    targets: new Int32Array(offsets[level.nodeCount]!),
    weights: new Float64Array(offsets[level.nodeCount]!)
  };
  const linked = new Float64Array(count);
  let end = 0;
  for (let group = 0; group < count; group++) {
    const start = end;
    for (let k = starts[group]!; k < starts[group + 1]!; k++) {
      const v = members[k]!;
      for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++) {
        const other = groups[targets[i]!]!;
        if (other === group) continue;
        if (linked[other] === 0) collapsed.targets[end++] = other;
        linked[other]! += weights[i]!;
      }
    }
    for (let i = start; i < end; i++) {
      const other = collapsed.targets[i]!;
      collapsed.weights[i] = linked[other]!;
      linked[other] = 0;
    }
    collapsed.offsets[group + 1] = end;
  }
  return {...collapsed, nodeCount: count, strength, doubleWeight: level.doubleWeight};
}

/** Lists nodes group by group: those of group g are members[starts[g]] up to members[starts[g + 1] − 1]. */
function membersOf(groups: Int32Array, count: number) {
  const starts = new Int32Array(count + 1);
  for (let v = 0; v < groups.length; v++) starts[groups[v]! + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  const members = new Int32Array(groups.length);
  const cursor = starts.slice();
  for (let v = 0; v < groups.length; v++) members[cursor[groups[v]!]!++] = v;
  return {members, starts};
}
