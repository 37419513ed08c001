import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {integersOf} from "../duplicates/readColumns.js";

/** The address of each place’s representative, and how many records a place has. */
export interface Addresses {
  city: Array<string | null>;
  state: Array<string | null>;
  zip: Array<string | null>;
  recordCounts: Int32Array;
}

/** Reads the addresses of so many places; a text that many of them have is held once. */
export async function readAddresses(warehouse: Warehouse, count: number): Promise<Addresses> {
  const recordCounts = new Int32Array(count);
  const texts = Array.from({length: 3}, () => ({
    known: new Map<string, string>(),
    values: [] as Array<string | null>
  }));
  const {text: addresses} = readSqlFile("sql/analysis/networks/place_addresses.sql");
  const sql = `select city, state, zip, record_count from (${addresses}) order by place`;
  for await (const chunk of warehouse.chunks(sql)) {
    recordCounts.set(integersOf(chunk, 3), texts[0]!.values.length);
    for (const [c, {known, values}] of texts.entries()) {
      const vector = chunk.getColumnVector(c);
      for (let i = 0; i < chunk.rowCount; i++) {
        const text = vector.getItem(i) as string | null;
        if (text !== null && !known.has(text)) known.set(text, text);
        values.push(text === null ? null : known.get(text)!);
      }
    }
  }
  const [city, state, zip] = texts.map(({values}) => values);
  return {city: city!, state: state!, zip: zip!, recordCounts};
}
