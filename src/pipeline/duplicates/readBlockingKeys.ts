import {valueCount, type KeyRows} from "../../analysis/duplicates/blocksOfRule.js";
import {orderedKeyCodes, type KeyCodes} from "../../analysis/duplicates/keyCodes.js";
import {keysOfRecords} from "../../analysis/duplicates/keysOfRecords.js";
import {listColumn, type ListColumn} from "../../analysis/duplicates/listColumn.js";
import {sharedKeys} from "../../analysis/duplicates/sharedKeys.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readKeys} from "./readColumns.js";

const FOLDER = "sql/analysis/duplicates/blocking";

/** The keys of one rule, and the field whose values they are of. */
export interface FieldKeys extends KeyRows {
  field: number;
}

/**
 * Reads by what the records may be grouped: the keys of each rule and field, and the refiners that divide what is
 * too large. recordValues holds the values of each field by record.
 */
export async function readBlockingKeys(
  warehouse: Warehouse,
  recordValues: ListColumn[],
  recordCount: number
): Promise<{rules: FieldKeys[]; refiners: ListColumn}> {
  const {integers, keys} = await readKeys(warehouse, readSqlFile(`${FOLDER}/value_refiners.sql`).text, 2);
  const [fields = new Int32Array(), values = new Int32Array()] = integers;
  const refiners = keys[0] ?? new BigUint64Array();
  const codes = orderedKeyCodes(refiners);
  const ids = codesOf(refiners, codes.find);
  const keyed = [...grouped(fields)].map(([field, rows]) => {
    const [ofRows, idsOfRows] = [picked(values, rows), picked(ids, rows)];
    return {values: recordValues[field]!, keys: listColumn(ofRows, idsOfRows, valueCount(ofRows))};
  });
  return {rules: await readRules(warehouse, codes), refiners: sharedKeys(keysOfRecords(keyed, recordCount))};
}

async function readRules(warehouse: Warehouse, refiners: KeyCodes): Promise<FieldKeys[]> {
  const {integers, keys} = await readKeys(warehouse, readSqlFile(`${FOLDER}/value_keys.sql`).text, 3);
  const [rules = new Int32Array(), fields = new Int32Array(), values = new Int32Array()] = integers;
  const [ofRows = new BigUint64Array(), owns = new BigUint64Array()] = keys;
  const ownOfRow = codesOf(owns, refiners.find);
  const groups = rules.map((rule, i) => fields[i]! * 65536 + rule);
  return [...grouped(groups)]
    .sort(([x], [y]) => x - y)
    .map(([group, rows]) => ({
      rule: group & 65535,
      field: group >>> 16,
      values: picked(values, rows),
      keys: new Int32Array(picked(ofRows, rows).buffer),
      owns: picked(ownOfRow, rows)
    }));
}

/** Returns the code of each key. */
function codesOf(keys: BigUint64Array, codeOf: (low: number, high: number) => number): Int32Array {
  const halves = new Int32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  return new Int32Array(keys.length).map((_, row) => codeOf(halves[2 * row]!, halves[2 * row + 1]!));
}

/** Returns the positions of each group, ascending. */
function grouped(groups: Int32Array): Map<number, Int32Array> {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const rows = new Map(
    Array.from(counts, ([group, count]) => [group, {rows: new Int32Array(count), next: 0}])
  );
  for (let i = 0; i < groups.length; i++) {
    const part = rows.get(groups[i]!)!;
    part.rows[part.next++] = i;
  }
  return new Map(Array.from(rows, ([group, part]) => [group, part.rows]));
}

function picked<T extends Int32Array | BigUint64Array>(items: T, rows: Int32Array): T {
  const Type = items.constructor as new (length: number) => T;
  const part = new Type(rows.length);
  for (let i = 0; i < rows.length; i++) part[i] = items[rows[i]!]!;
  return part;
}
