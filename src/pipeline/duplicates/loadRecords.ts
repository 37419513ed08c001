import {basename} from "node:path";
import {quotedIdentifier} from "@duckdb/node-api";
import {UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {FieldMap} from "./fieldMap.js";
import {readCsv} from "./readCsv.js";

/** Which column identifies a record and which names the true entity, where there are such columns. */
export interface RecordColumns {
  /** One name for both files, or one for each; by default a column named id, or else the row number. */
  ids: string[];
  truth?: string;
}

/** Loads one file or two into linkage.source, as findPairs reads it, with a column truth where one is named. */
export async function loadRecords(
  warehouse: Warehouse,
  paths: string[],
  map: FieldMap,
  columns: RecordColumns
): Promise<void> {
  for (const [dataset, path] of paths.entries())
    await readCsv(warehouse, path, async (file) => {
      const column = (name: string) => columnOf(file.columns, name, path);
      const idName =
        columns.ids[dataset] ?? columns.ids[0] ?? file.columns.find((name) => sameName(name, "id"));
      const id = idName === undefined ? "row_number::varchar" : `coalesce(${column(idName)}, '')`;
      const truth = columns.truth ? `, ${column(columns.truth)} as truth` : "";
      const into = dataset ? "insert into linkage.source" : "create or replace table linkage.source as";
      await warehouse.run(
        `${into} select ${id} as record_id, ${dataset} as dataset, ${fieldList(map, column)}${truth}
         from ${idName === undefined ? file.numbered : file.relation}`
      );
    });
  await requireDistinctIds(warehouse);
}

function fieldList({fields, latitude, longitude}: FieldMap, column: (name: string) => string): string {
  const lists = fields.map(({values}, i) => {
    const parts = values.map((columns) => `concat_ws(' ', ${columns.map(column).join(", ")})`);
    return `[${parts.join(", ")}] as f${i}`;
  });
  const degrees = (name: string | undefined) =>
    name ? `try_cast(${column(name)} as double)` : "null::double";
  return [
    ...lists,
    `${vicinity(fields)} as vicinity`,
    `${degrees(latitude)} as latitude`,
    `${degrees(longitude)} as longitude`
  ].join(", ");
}

/** Returns the field that duplicates most likely share to the letter, which orders the records. */
function vicinity(fields: FieldMap["fields"]): string {
  const kinds = ["zip", "city", "street", "name", "text"];
  const ranks = fields.map(({kind}) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length));
  return `coalesce(lower(f${ranks.indexOf(Math.min(...ranks))}[1]), '')`;
}

function columnOf(names: string[], name: string, path: string): string {
  const found = names.find((known) => known === name) ?? names.find((known) => sameName(known, name));
  if (found === undefined)
    throw new UserError(`no column ${name} in ${basename(path)}; it has ${names.join(", ")}`);
  return quotedIdentifier(found);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.trim().toLowerCase();
}

async function requireDistinctIds(warehouse: Warehouse): Promise<void> {
  const [repeated] = await warehouse.rows<{record_id: string}>(
    "select record_id from linkage.source group by record_id, dataset having count(*) > 1 order by 1 limit 1"
  );
  if (repeated) throw new UserError(`id not unique: “${repeated.record_id}”; name another column with --id`);
}
