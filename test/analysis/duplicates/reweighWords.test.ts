import {expect, it} from "vitest";
import {byteStrings} from "../../../src/analysis/duplicates/byteStrings.js";
import {listColumn} from "../../../src/analysis/duplicates/listColumn.js";
import {reweighWords} from "../../../src/analysis/duplicates/reweighWords.js";
import {WEIGHT_UNIT, wordBags} from "../../../src/analysis/duplicates/wordBags.js";

it("a word that only one entity’s many records hold weighs as much as one that a single record holds", () => {
  // Records 0 to 5 say “oak house” and are one entity, 6 says “oak”, 7 “elm”.
  const values = Int32Array.of(0, 0, 0, 0, 0, 0, 1, 2);
  const bags = wordBags({
    records: listColumn(
      Int32Array.from({length: 8}, (_, i) => i),
      values,
      8
    ),
    values: Int32Array.of(0, 0, 1, 2),
    words: Int32Array.of(0, 1, 0, 2),
    valueCount: 3,
    recordCounts: Int32Array.of(7, 6, 1),
    strings: byteStrings(["oak", "house", "elm"])
  });
  expect(bags.weights[2]).toBe(3 * WEIGHT_UNIT);
  expect(bags.weights[1]).toBeLessThan(WEIGHT_UNIT);
  reweighWords(bags, Int32Array.of(0, 0, 0, 0, 0, 0, 6, 7));
  // Three entities hold a name: two hold oak, one each house and elm.
  const bits = [Math.log2(3 / 2), Math.log2(3), Math.log2(3)];
  expect([...bags.weights]).toEqual(bits.map((value) => Math.round(value * WEIGHT_UNIT)));
  expect(bags.totals[0]).toBe(bags.weights[0]! + bags.weights[1]!);
});
