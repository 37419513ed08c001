import {IntegerList} from "./integerList.js";
import {listColumn, type ListColumn} from "./listColumn.js";
import {entityCounts, filledEntities} from "./valueShares.js";
import {bagTotals, wordWeight, type WordBags} from "./wordBags.js";

/**
 * Weighs the words of a field by the entities that hold them, so that a word does not count as common because one
 * entity has many records. Writes to the field’s own arrays.
 */
export function reweighWords({records, bags, weights, totals}: WordBags, entities: Int32Array): void {
  const holders = entityCounts(wordsOfRecords(records, bags), weights.length, entities);
  const filled = filledEntities(records, entities);
  weights.set(holders.map((count) => wordWeight(filled, count)));
  totals.set(bagTotals(bags, weights));
}

function wordsOfRecords(records: ListColumn, bags: ListColumn): ListColumn {
  const [rows, words] = [new IntegerList(), new IntegerList()];
  const count = records.offsets.length - 1;
  for (let record = 0; record < count; record++)
    for (let i = records.offsets[record]!; i < records.offsets[record + 1]!; i++) {
      const bag = records.ids[i]!;
      for (let at = bags.offsets[bag]!; at < bags.offsets[bag + 1]!; at++) {
        rows.push(record);
        words.push(bags.ids[at]!);
      }
    }
  return listColumn(rows.array(), words.array(), count);
}
