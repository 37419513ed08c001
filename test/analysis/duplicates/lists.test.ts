import {expect, it} from "vitest";
import {equalLists} from "../../../src/analysis/duplicates/equalLists.js";
import {listColumn, onlyIds} from "../../../src/analysis/duplicates/listColumn.js";
import {randomNumbers} from "../../../src/analysis/duplicates/randomPairs.js";

/** Lists of up to three ids below twelve, so that some are alike and others get the same place by their hash. */
function randomLists(count: number) {
  const next = randomNumbers(7);
  const [rows, ids]: [number[], number[]] = [[], []];
  for (let row = 0; row < count; row++)
    for (let i = Math.floor(next() * 4); i > 0; i--) {
      rows.push(row);
      ids.push(Math.floor(next() * 12));
    }
  return listColumn(Int32Array.from(rows), Int32Array.from(ids), count);
}

const lists = randomLists(500);
const idsOf = (row: number) => [...lists.ids.subarray(lists.offsets[row], lists.offsets[row + 1])];

it("each list is told the first list that is equal to it", () => {
  const texts = Array.from({length: 500}, (_, row) => idsOf(row).join());
  expect([...equalLists(lists)]).toEqual(texts.map((text) => texts.indexOf(text)));
});

it("a record has one id alone, none (−1) or several (−2)", () => {
  const expected = Array.from({length: 500}, (_, row) => {
    const [id, ...more] = idsOf(row);
    return id === undefined ? -1 : more.length ? -2 : id;
  });
  expect([...onlyIds(lists)]).toEqual(expected);
  expect(new Set(expected).size).toBe(14);
});
