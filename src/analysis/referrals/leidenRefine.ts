import type {CommunityLevel} from "./communityLevel.js";
import {shuffledInBlocks} from "./seededRandom.js";

// A gain of 2 % of a node’s strength makes a part e times as likely; greedier runs end in the same trap each time.
const SHARPNESS = 50;

/**
 * Splits every community into connected parts: each node begins alone and, while it is still alone, joins the
 * part of its own community drawn at random from those that do not lower modularity, greater gains more likely,
 * provided that both it and the part are well connected to the rest of the community (Traag et al. 2019, A.2).
 * Returns the part of each node, numbered below the number of nodes.
 */
export function refineCommunities(
  level: CommunityLevel,
  communities: Int32Array,
  {random, resolution}: {random: () => number; resolution: number}
): Int32Array {
  const {nodeCount, offsets, targets, weights, strength, doubleWeight} = level;
  const scale = resolution / doubleWeight;
  const totals = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) totals[communities[v]!]! += strength[v]!;
  const parts = Int32Array.from(communities, (_, v) => v);
  const sizes = new Int32Array(nodeCount).fill(1);
  const partTotals = strength.slice();
  const outward = weightsWithinCommunity(level, communities);
  const linked = new Float64Array(nodeCount);
  const touched = new Int32Array(nodeCount);
  const chances = new Float64Array(nodeCount);
  for (const v of shuffledInBlocks(nodeCount, random)) {
    const community = communities[v]!;
    const rest = totals[community]!;
    if (sizes[parts[v]!] !== 1 || outward[v]! < strength[v]! * (rest - strength[v]!) * scale) continue;
    let touchedCount = 0;
    for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++) {
      const u = targets[i]!;
      if (communities[u] !== community) continue;
      const part = parts[u]!;
      if (linked[part] === 0) touched[touchedCount++] = part;
      linked[part]! += weights[i]!;
    }
    let reach = 0;
    for (let t = 0; t < touchedCount; t++) {
      const p = touched[t]!;
      const isWellConnected = outward[p]! >= partTotals[p]! * (rest - partTotals[p]!) * scale;
      const gain = linked[p]! - strength[v]! * partTotals[p]! * scale;
      chances[t] = isWellConnected && gain >= 0 ? Math.exp((gain * SHARPNESS) / strength[v]!) : 0;
      reach += chances[t]!;
    }
    let best = -1;
    for (let t = 0, draw = random() * reach; t < touchedCount && reach > 0; t++) {
      if (chances[t] === 0) continue;
      best = touched[t]!;
      draw -= chances[t]!;
      if (draw < 0) break;
    }
    if (best >= 0) {
      const own = parts[v]!;
      outward[best]! += outward[own]! - 2 * linked[best]!;
      partTotals[best]! += strength[v]!;
      sizes[best]!++;
      sizes[own] = 0;
      parts[v] = best;
    }
    for (let t = 0; t < touchedCount; t++) linked[touched[t]!] = 0;
  }
  return parts;
}

/** Returns, for each node, the weight of its ties to other nodes of its own community. */
function weightsWithinCommunity(
  {nodeCount, offsets, targets, weights}: CommunityLevel,
  communities: Int32Array
): Float64Array {
  const sums = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    let sum = 0;
    for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++)
      if (communities[targets[i]!] === communities[v]) sum += weights[i]!;
    sums[v] = sum;
  }
  return sums;
}
