import {byteStrings} from "../../analysis/duplicates/byteStrings.js";
import type {Localities} from "../../analysis/duplicates/compareLocalities.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import {listColumn} from "../../analysis/duplicates/listColumn.js";
import {streets} from "../../analysis/duplicates/streets.js";
import {stringField, type StringField} from "../../analysis/duplicates/stringField.js";
import {wordBags, type WordRows} from "../../analysis/duplicates/wordBags.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {LinkageField} from "./linkageField.js";
import {readDoubles, readIntegers, readStrings} from "./readColumns.js";

/** Reads the tables of the linkage catalog and returns the data of one comparison per thing that can be compared. */
export async function readComparisons(
  warehouse: Warehouse,
  fields: LinkageField[],
  recordCount: number
): Promise<ComparisonField[]> {
  const read: ComparisonField[] = [];
  const localities: Localities = {};
  for (const [number, {kind, name}] of fields.entries()) {
    const words = async () => wordBags(await readWords(warehouse, number, recordCount));
    const strings = () => readStringField(warehouse, number, recordCount);
    if (kind === "name" || kind === "text") read.push({kind, name, field: await words()});
    else if (kind === "street")
      read.push({kind, name, field: streets(await readStreetRows(warehouse, number, recordCount))});
    else if (kind === "city") localities.city ??= await words();
    else if (kind === "zip" || kind === "state") localities[kind] ??= await strings();
    else read.push({kind, name, field: await strings()});
  }
  if (Object.keys(localities).length) read.push({kind: "locality", name: "locality", field: localities});
  const points = await readPoints(warehouse, recordCount);
  if (points) read.push({kind: "distance", name: "distance", latitudes: points[0]!, longitudes: points[1]!});
  return read;
}

async function readWords(warehouse: Warehouse, field: number, recordCount: number): Promise<WordRows> {
  const [values, words] = await readIntegers(
    warehouse,
    `select value_id, word_id from linkage.value_words where field = ${field}`
  );
  const [recordCounts] = await readIntegers(
    warehouse,
    `select record_count from linkage.vocabulary where field = ${field} order by word_id`
  );
  const strings = await readStrings(
    warehouse,
    `select word from linkage.vocabulary where field = ${field} order by word_id`
  );
  const records = await readRecordValues(warehouse, field, recordCount);
  return {
    records,
    values: values ?? new Int32Array(),
    words: words ?? new Int32Array(),
    valueCount: await valueCount(warehouse, field),
    recordCounts: recordCounts ?? new Int32Array(),
    strings: byteStrings(strings)
  };
}

async function readStreetRows(warehouse: Warehouse, field: number, recordCount: number) {
  const [values, words, positions] = await readIntegers(
    warehouse,
    `select value_id, word_id, position::integer from linkage.value_words where field = ${field}`
  );
  const roles = await readStrings(
    warehouse,
    `select role from linkage.vocabulary where field = ${field} order by word_id`
  );
  return {
    ...(await readWords(warehouse, field, recordCount)),
    values: values ?? new Int32Array(),
    words: words ?? new Int32Array(),
    positions: positions ?? new Int32Array(),
    roles
  };
}

async function readStringField(
  warehouse: Warehouse,
  field: number,
  recordCount: number
): Promise<StringField> {
  const strings = await readStrings(
    warehouse,
    `select plain from linkage."values" where field = ${field} order by value_id`
  );
  return stringField(await readRecordValues(warehouse, field, recordCount), byteStrings(strings));
}

async function readRecordValues(warehouse: Warehouse, field: number, recordCount: number) {
  const [records, ids] = await readIntegers(
    warehouse,
    `select record, value_id from linkage.record_values where field = ${field}`
  );
  return listColumn(records ?? new Int32Array(), ids ?? new Int32Array(), recordCount);
}

async function valueCount(warehouse: Warehouse, field: number): Promise<number> {
  const [counts] = await readIntegers(
    warehouse,
    `select count(*)::integer from linkage."values" where field = ${field}`
  );
  return counts![0]!;
}

async function readPoints(warehouse: Warehouse, recordCount: number): Promise<Float64Array[] | undefined> {
  const [counts] = await readIntegers(
    warehouse,
    "select count(latitude + longitude)::integer from linkage.records"
  );
  if (!counts![0]) return undefined;
  const sql = "select latitude, longitude from linkage.records order by record";
  return readDoubles(warehouse, sql, recordCount);
}
