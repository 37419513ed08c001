import {joinedWords} from "./joinedWords.js";
import {wordSimilarity} from "./wordSimilarity.js";
import {WEIGHT_UNIT, type WordBags} from "./wordBags.js";

const MAX_LEFT = 12;
const leftA = new Int32Array(512);
const leftB = new Int32Array(512);

/** What two bags share: in 1/64 bit of both sides' weight, and as the whole of the lighter side. */
export interface BagOverlap {
  /** Shared weight over the two bags' total, 0 to 1 (Dice); words of similar spelling count in part. */
  dice: number;
  /** Shared weight over the total of the lighter bag, 0 to 1. */
  contained: number;
  /** Weight of the shared words, 1/64 bit. */
  shared: number;
  /** How unlikely it is that another bag shares these words, 1/64 bit: a similar word is easier to come by than an equal one. */
  surprise: number;
}

/** Bits by which one of sixteen similar words is less surprising than the word itself. */
const EASE = 4 * WEIGHT_UNIT;

/** Weight that the words left over add: on both sides, on the lighter one, and less what likeness eases. */
const added = new Float64Array(3);
const [BOTH, LEAST, EASED] = [0, 1, 2] as const;
const overlap: BagOverlap = {dice: 0, contained: 0, shared: 0, surprise: 0};

/**
 * Compares two bags of words by weight, after SoftTFIDF (Cohen, Ravikumar and Fienberg 2003): equal words
 * count in full, similar ones by wordSimilarity. Symmetric. The object returned is used again by the next call.
 */
export function bagSimilarity(field: WordBags, a: number, b: number): BagOverlap {
  const {bags, weights, totals} = field;
  const {offsets, ids} = bags;
  let i = offsets[a]!;
  let j = offsets[b]!;
  let shared = 0;
  let countA = 0;
  let countB = 0;
  const endA = offsets[a + 1]!;
  const endB = offsets[b + 1]!;
  while (i < endA || j < endB) {
    const x = i < endA ? ids[i]! : 0x7fffffff;
    const y = j < endB ? ids[j]! : 0x7fffffff;
    if (x === y) {
      shared += weights[x]!;
      i++;
      j++;
    } else if (x < y) {
      if (countA < leftA.length) leftA[countA++] = x;
      i++;
    } else {
      if (countB < leftB.length) leftB[countB++] = y;
      j++;
    }
  }
  const isShort = countA <= MAX_LEFT && countB <= MAX_LEFT;
  added[BOTH] = added[LEAST] = added[EASED] = 0;
  if (isShort && countA && countB) softShare(field, countA, countB);
  overlap.dice = (2 * shared + added[BOTH]!) / (totals[a]! + totals[b]!);
  overlap.shared = shared + added[LEAST]!;
  overlap.surprise = shared + added[EASED]!;
  overlap.contained = Math.min(1, overlap.shared / Math.min(totals[a]!, totals[b]!));
  return overlap;
}

/** Pairs the words left over, the most similar first, and adds up their weights. */
function softShare(field: WordBags, countA: number, countB: number): void {
  const left = {countA, countB};
  takeJoined(field, left);
  while (left.countA && left.countB && takeMostSimilar(field, left));
}

interface Left {
  countA: number;
  countB: number;
}

function takeJoined({words, weights}: WordBags, left: Left): void {
  const inA = joinedWords(words, leftA, left.countA, leftB, left.countB);
  const inB = inA ? undefined : joinedWords(words, leftB, left.countB, leftA, left.countA);
  const joined = inA ?? inB;
  if (!joined) return;
  const [whole, parts] = inA ? [leftA, leftB] : [leftB, leftA];
  const [w, i, j] = joined;
  const one = weights[whole[w]!]!;
  const two = weights[parts[i]!]! + weights[parts[j]!]!;
  added[BOTH]! += one + two;
  added[LEAST]! += Math.min(one, two);
  added[EASED]! += Math.min(one, two);
  const removed = {
    [inA ? "countA" : "countB"]: [w],
    [inA ? "countB" : "countA"]: [Math.max(i, j), Math.min(i, j)]
  };
  for (const at of removed.countA!) leftA[at] = leftA[--left.countA]!;
  for (const at of removed.countB!) leftB[at] = leftB[--left.countB]!;
}

function takeMostSimilar({words, weights}: WordBags, left: Left): boolean {
  let best = 0;
  let bestX = 0;
  let bestY = 0;
  for (let x = 0; x < left.countA; x++)
    for (let y = 0; y < left.countB; y++) {
      const similarity = wordSimilarity(words, leftA[x]!, leftB[y]!);
      if (similarity > best) {
        best = similarity;
        bestX = x;
        bestY = y;
      }
    }
  if (!best) return false;
  const a = weights[leftA[bestX]!]!;
  const b = weights[leftB[bestY]!]!;
  added[BOTH]! += best * (a + b);
  added[LEAST]! += best * Math.min(a, b);
  added[EASED]! += Math.max(0, best * Math.min(a, b) - EASE);
  leftA[bestX] = leftA[--left.countA]!;
  leftB[bestY] = leftB[--left.countB]!;
  return true;
}
