import type {ByteStrings} from "./byteStrings.js";

/**
 * Finds a word that is two others written together, such as “healthcare” for “health” and “care”. Looks for one
 * of the first wholeCount words in whole among pairs of the first partCount in parts; returns the three
 * positions, or undefined.
 */
export function joinedWords(
  strings: ByteStrings,
  whole: Int32Array,
  wholeCount: number,
  parts: Int32Array,
  partCount: number
): [number, number, number] | undefined {
  if (partCount < 2) return undefined;
  const {bytes, offsets, signs} = strings;
  for (let w = 0; w < wholeCount; w++) {
    const word = whole[w]!;
    const length = offsets[word + 1]! - offsets[word]!;
    for (let i = 0; i < partCount; i++) {
      const first = parts[i]!;
      const rest = length - (offsets[first + 1]! - offsets[first]!);
      if (
        rest <= 0 ||
        bytes[offsets[first]!] !== bytes[offsets[word]!] ||
        (signs[first]! & ~signs[word]!) !== 0
      )
        continue;
      for (let j = 0; j < partCount; j++) {
        const second = parts[j]!;
        if (i === j || offsets[second + 1]! - offsets[second]! !== rest) continue;
        if (isJoined(strings, word, first, second)) return [w, i, j];
      }
    }
  }
  return undefined;
}

function isJoined({bytes, offsets}: ByteStrings, whole: number, first: number, second: number): boolean {
  let at = offsets[whole]!;
  for (let i = offsets[first]!; i < offsets[first + 1]!; i++) if (bytes[at++] !== bytes[i]) return false;
  for (let i = offsets[second]!; i < offsets[second + 1]!; i++) if (bytes[at++] !== bytes[i]) return false;
  return true;
}
