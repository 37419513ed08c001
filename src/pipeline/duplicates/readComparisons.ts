import {firstLocalities, type Localities} from "../../analysis/duplicates/compareLocalities.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import {pointsInSpace} from "../../analysis/duplicates/compareDistances.js";
import type {ListColumn} from "../../analysis/duplicates/listColumn.js";
import {splitStrings} from "../../analysis/duplicates/splitStrings.js";
import {streets} from "../../analysis/duplicates/streets.js";
import {stringField, type StringField} from "../../analysis/duplicates/stringField.js";
import {OWN} from "../../analysis/duplicates/valueShares.js";
import {wordBags, type WordRows} from "../../analysis/duplicates/wordBags.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {LinkageField} from "./linkageField.js";
import {inSharedMemory} from "../sharedMemory.js";
import {readPoints} from "./readPoints.js";
import {readByteStrings, readIntegers, readStrings} from "./readColumns.js";

/**
 * Reads the tables of the linkage catalog and returns the data of one comparison per thing that can be compared, in
 * shared memory. recordValues holds the values of each field by record.
 */
export async function readComparisons(
  warehouse: Warehouse,
  fields: LinkageField[],
  recordValues: ListColumn[]
): Promise<ComparisonField[]> {
  const read: ComparisonField[] = [];
  const add = (field: ComparisonField) => void read.push(inSharedMemory(field));
  const localities: Localities = {};
  for (const [number, {kind, name}] of fields.entries()) {
    const records = recordValues[number]!;
    const words = async (least?: number) => wordBags(await readWords(warehouse, number, records), least);
    const strings = (least?: number) => readStringField(warehouse, number, {records, least});
    if (kind === "name" || kind === "text") add({kind, name, field: await words(OWN)});
    else if (kind === "street")
      add({kind, name, field: streets(await readStreetRows(warehouse, number, records))});
    else if (kind === "city") localities.city ??= await words();
    else if (kind === "zip" || kind === "state") localities[kind] ??= await strings();
    else if (kind === "phone") add({kind, name, field: await strings()});
    else if (kind === "code") add({kind, name, field: await strings(OWN)});
    else {
      const field = await strings();
      add({kind, name, field, parts: splitStrings(field, kind === "email" ? "@" : "/")});
    }
  }
  if (Object.keys(localities).length)
    add({kind: "locality", name: "locality", field: firstLocalities(localities)});
  const points = await readPoints(warehouse);
  if (points) add({kind: "distance", name: "distance", points: pointsInSpace(...points)});
  return read;
}

async function readWords(warehouse: Warehouse, field: number, records: ListColumn): Promise<WordRows> {
  const [values, words] = await readIntegers(
    warehouse,
    `select value_id, word_id from linkage.value_words where field = ${field}`
  );
  const [recordCounts] = await readIntegers(
    warehouse,
    `select record_count from linkage.vocabulary where field = ${field} order by word_id`
  );
  const strings = await readByteStrings(
    warehouse,
    `select word_id, word from linkage.vocabulary where field = ${field}`
  );
  return {
    records,
    values: values ?? new Int32Array(),
    words: words ?? new Int32Array(),
    valueCount: await valueCount(warehouse, field),
    recordCounts: recordCounts ?? new Int32Array(),
    strings
  };
}

async function readStreetRows(warehouse: Warehouse, field: number, records: ListColumn) {
  const [values, words, positions] = await readIntegers(
    warehouse,
    `select value_id, word_id, position::integer from linkage.value_words where field = ${field}`
  );
  const roles = await readStrings(
    warehouse,
    `select role from linkage.vocabulary where field = ${field} order by word_id`
  );
  return {
    ...(await readWords(warehouse, field, records)),
    values: values ?? new Int32Array(),
    words: words ?? new Int32Array(),
    positions: positions ?? new Int32Array(),
    roles
  };
}

async function readStringField(
  warehouse: Warehouse,
  field: number,
  {records, least}: {records: ListColumn; least?: number | undefined}
): Promise<StringField> {
  const strings = await readByteStrings(
    warehouse,
    `select value_id, plain from linkage."values" where field = ${field}`
  );
  return stringField(records, strings, least);
}

async function valueCount(warehouse: Warehouse, field: number): Promise<number> {
  const [counts] = await readIntegers(
    warehouse,
    `select count(*)::integer from linkage."values" where field = ${field}`
  );
  return counts![0]!;
}
