import type {BlockingKeys} from "../../analysis/duplicates/blockRecords.js";
import {keyCodes, orderedKeyCodes, type KeyCodes} from "../../analysis/duplicates/keyCodes.js";
import {keysOfRecords} from "../../analysis/duplicates/keysOfRecords.js";
import {listColumn, type ListColumn} from "../../analysis/duplicates/listColumn.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readKeys} from "./readColumns.js";

const FOLDER = "sql/analysis/duplicates/blocking";

/** Rows of keys of values, by field. */
interface ValueKeys {
  values: Int32Array;
  ids: Int32Array;
}

/**
 * Reads by what the records may be grouped: the keys of each rule and field, and the refiners that divide what is
 * too large. recordValues holds the values of each field by record.
 */
export async function readBlockingKeys(
  warehouse: Warehouse,
  recordValues: ListColumn[],
  recordCount: number
): Promise<{rules: BlockingKeys[]; refiners: ListColumn}> {
  const {integers, keys} = await readKeys(warehouse, readSqlFile(`${FOLDER}/value_refiners.sql`).text, 2);
  const [fields = new Int32Array(), values = new Int32Array()] = integers;
  const refiners = keys[0] ?? new BigUint64Array();
  const codes = orderedKeyCodes(refiners);
  const rows = {
    values,
    ids: codesOf(
      refiners,
      codes.find,
      fields.map((_, i) => i)
    )
  };
  const byField = [...grouped(fields, rows)].map(([field, part]) => ({field, part}));
  return {
    rules: await readRules(warehouse, codes, {recordValues, recordCount}),
    refiners: keysOfRecords(
      byField.map(({field, part}) => ({values: recordValues[field]!, keys: keysOfValues(part)})),
      recordCount
    )
  };
}

async function readRules(
  warehouse: Warehouse,
  refiners: KeyCodes,
  {recordValues, recordCount}: {recordValues: ListColumn[]; recordCount: number}
): Promise<BlockingKeys[]> {
  const {integers, keys} = await readKeys(warehouse, readSqlFile(`${FOLDER}/value_keys.sql`).text, 3);
  const [rules = new Int32Array(), fields = new Int32Array(), values = new Int32Array()] = integers;
  const [ofRows = new BigUint64Array(), owns = new BigUint64Array()] = keys;
  const groups = rules.map((rule, i) => fields[i]! * 65536 + rule);
  const positions = grouped(groups, {values, ids: groups.map((_, i) => i)});
  return [...positions]
    .sort(([x], [y]) => x - y)
    .map(([group, rows]) => {
      const codes = keyCodes(rows.ids.length);
      const ids = codesOf(ofRows, codes.add, rows.ids);
      const ownOfRow = codesOf(owns, refiners.find, rows.ids);
      const ownOfKey = new Int32Array(codes.count());
      for (let row = 0; row < ids.length; row++) ownOfKey[ids[row]!] = ownOfRow[row]!;
      const valued = {
        values: recordValues[group >>> 16]!,
        keys: keysOfValues({values: rows.values, ids})
      };
      return {rule: group & 65535, keys: keysOfRecords([valued], recordCount), owns: ownOfKey};
    });
}

/** Returns the codes of the keys of the given rows. */
function codesOf(
  keys: BigUint64Array,
  codeOf: (low: number, high: number) => number,
  rows: Int32Array
): Int32Array {
  const halves = new Int32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  return rows.map((row) => codeOf(halves[2 * row]!, halves[2 * row + 1]!));
}

function keysOfValues({values, ids}: ValueKeys): ListColumn {
  const valueCount = values.reduce((most, value) => Math.max(most, value), -1) + 1;
  return listColumn(values, ids, valueCount);
}

function grouped(groups: Int32Array, {values, ids}: ValueKeys): Map<number, ValueKeys> {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const parts = new Map<number, ValueKeys & {length: number}>();
  for (const [group, count] of counts)
    parts.set(group, {values: new Int32Array(count), ids: new Int32Array(count), length: 0});
  for (let i = 0; i < groups.length; i++) {
    const part = parts.get(groups[i]!)!;
    part.values[part.length] = values[i]!;
    part.ids[part.length++] = ids[i]!;
  }
  return parts;
}
