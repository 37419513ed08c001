import type {CommunityLevel} from "./communityLevel.js";
import {shuffledInBlocks} from "./seededRandom.js";

/**
 * Moves nodes between communities, in place, until no single move raises modularity. A queue holds the nodes
 * whose neighbourhood changed (Ozaki, Tezuka and Inaba, 2016), so quiet regions are visited once. Communities
 * are numbered below the number of nodes; a node may also leave for an empty one.
 */
export function moveNodes(
  {nodeCount, offsets, targets, weights, strength, doubleWeight}: CommunityLevel,
  communities: Int32Array,
  {random, resolution}: {random: () => number; resolution: number}
): void {
  const totals = new Float64Array(nodeCount);
  const sizes = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    totals[communities[v]!]! += strength[v]!;
    sizes[communities[v]!]!++;
  }
  const empty: number[] = [];
  for (let c = nodeCount - 1; c >= 0; c--) if (sizes[c] === 0) empty.push(c);
  const queue = shuffledInBlocks(nodeCount, random);
  const queued = new Uint8Array(nodeCount).fill(1);
  const linked = new Float64Array(nodeCount);
  const touched = new Int32Array(nodeCount);
  const scale = resolution / doubleWeight;
  for (let head = 0, tail = 0, waiting = nodeCount; waiting > 0; waiting--) {
    const v = queue[head]!;
    head = head + 1 === nodeCount ? 0 : head + 1;
    queued[v] = 0;
    let touchedCount = 0;
    const [first, last] = [offsets[v]!, offsets[v + 1]!];
    for (let i = first; i < last; i++) {
      const c = communities[targets[i]!]!;
      if (linked[c] === 0) touched[touchedCount++] = c;
      linked[c]! += weights[i]!;
    }
    const from = communities[v]!;
    const pull = strength[v]! * scale;
    totals[from]! -= strength[v]!;
    let best = from;
    let bestGain = linked[from]! - totals[from]! * pull;
    for (let t = 0; t < touchedCount; t++) {
      const c = touched[t]!;
      const gain = linked[c]! - totals[c]! * pull;
      if (gain > bestGain + 1e-12) {
        best = c;
        bestGain = gain;
      }
    }
    for (let t = 0; t < touchedCount; t++) linked[touched[t]!] = 0;
    if (bestGain < -1e-12 && sizes[from]! > 1) best = empty.pop()!;
    totals[best]! += strength[v]!;
    if (best === from) continue;
    communities[v] = best;
    sizes[best]!++;
    if (--sizes[from]! === 0) empty.push(from);
    for (let i = first; i < last; i++) {
      const u = targets[i]!;
      if (queued[u] || communities[u] === best) continue;
      queued[u] = 1;
      queue[tail] = u;
      tail = tail + 1 === nodeCount ? 0 : tail + 1;
      waiting++;
    }
  }
}
