import {signDifference, type ByteStrings} from "./byteStrings.js";
import {editDistance} from "./editDistance.js";

const INITIAL = 0.6;
const PREFIX = 0.75;
const ONE_EDIT = 0.9;
const TWO_EDITS = 0.8;
/** Signs in which words of two edits may differ. */
const MOST_SIGNS = 4;

/**
 * Returns how likely two different words are one word written differently, 0 to 1: an initial and its name,
 * a word cut short, one edit in four letters or two in six. Words with digits (numbers, model names) are
 * never similar: in them one character is the whole difference.
 */
export function wordSimilarity(words: ByteStrings, i: number, j: number): number {
  const {bytes, offsets, digits} = words;
  if (digits[i] || digits[j]) return 0;
  const a = offsets[i]!;
  const b = offsets[j]!;
  const isStart = bytes[a] === bytes[b];
  if (!isStart && signDifference(words, i, j) > MOST_SIGNS) return 0;
  const n = offsets[i + 1]! - a;
  const m = offsets[j + 1]! - b;
  const shorter = Math.min(n, m);
  if (shorter <= 2) return shorter === 1 && isStart ? INITIAL : 0;
  if (shorter >= 4 && Math.abs(n - m) <= 2) {
    const distance = editDistance(words, i, j, shorter >= 6 ? 2 : 1);
    if (distance === 1) return ONE_EDIT;
    if (distance === 2 && shorter >= 6) return TWO_EDITS;
  }
  return isStart && isPrefix(bytes, a, b, shorter) ? PREFIX : 0;
}

function isPrefix(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}
