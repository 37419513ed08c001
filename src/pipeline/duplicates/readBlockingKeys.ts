import {valueCount, type KeyRows} from "../../analysis/duplicates/blocksOfRule.js";
import {orderedKeyCodes, type KeyCodes} from "../../analysis/duplicates/keyCodes.js";
import {keysOfRecords, type KeyedField} from "../../analysis/duplicates/keysOfRecords.js";
import {listColumn, type ListColumn} from "../../analysis/duplicates/listColumn.js";
import {sharedKeys} from "../../analysis/duplicates/sharedKeys.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import type {Warehouse} from "../../warehouse/open.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import {readKeys} from "./readColumns.js";

const FOLDER = "sql/analysis/duplicates/blocking";

/** A rule, and the field by whose values it groups. */
export interface FieldRule {
  rule: number;
  field: number;
}

export interface KeyReader {
  /** What divides blocks that are too large, by record; in shared memory. */
  refiners: ListColumn;
  /** By field, then rule. */
  rules: FieldRule[];
  /** Reads the keys of one rule and field; of millions of records those of all rules take gigabytes. */
  keysOf(rule: FieldRule): Promise<KeyRows>;
}

/**
 * Reads by what the records may be grouped: the refiners that divide what is too large, and the keys of each rule and
 * field. recordValues holds the values of each field by record.
 */
export async function readBlockingKeys(
  warehouse: Warehouse,
  recordValues: ListColumn[],
  recordCount: number
): Promise<KeyReader> {
  const {codes, keyed} = await readRefiners(warehouse, recordValues);
  const refiners = inSharedMemory(sharedKeys(keysOfRecords(keyed, recordCount)));
  const {text} = readSqlFile(`${FOLDER}/value_keys.sql`);
  const rules = await warehouse.rows<FieldRule>(
    `select distinct field, rule from (${text}\n) order by field, rule`
  );
  const keysOf = async ({rule, field}: FieldRule) => {
    const select = `select value_id, key, own from (${text}\n) where field = ${field} and rule = ${rule}`;
    const {integers, keys} = await readKeys(warehouse, select, 1);
    const [ofRows, owns] = keys as [BigUint64Array, BigUint64Array];
    return {
      rule,
      values: integers[0]!,
      keys: new Int32Array(ofRows.buffer),
      owns: codesOf(owns, codes.find)
    };
  };
  return {refiners, rules, keysOf};
}

async function readRefiners(
  warehouse: Warehouse,
  recordValues: ListColumn[]
): Promise<{codes: KeyCodes; keyed: KeyedField[]}> {
  const {integers, keys} = await readKeys(warehouse, readSqlFile(`${FOLDER}/value_refiners.sql`).text, 2);
  const [fields = new Int32Array(), values = new Int32Array()] = integers;
  const refiners = keys[0] ?? new BigUint64Array();
  const codes = orderedKeyCodes(refiners);
  const ids = codesOf(refiners, codes.find);
  const keyed = [...grouped(fields)].map(([field, rows]) => {
    const [ofRows, idsOfRows] = [picked(values, rows), picked(ids, rows)];
    return {values: recordValues[field]!, keys: listColumn(ofRows, idsOfRows, valueCount(ofRows))};
  });
  return {codes, keyed};
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

function picked(items: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => items[row]!);
}
