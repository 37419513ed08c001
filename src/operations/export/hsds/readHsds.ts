import {createReadStream, readFileSync} from "node:fs";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import type {Warehouse} from "../../../warehouse/open.js";
import type {ExportedTable} from "../exportFormat.js";
import {byUuid, RUN_LENGTH, termRow} from "./context.js";
import type {DirectoryRecord, JsonObject, TermRow} from "./directoryRecord.js";
import {fromHsds} from "./fromHsds.js";
import {insertRecords, insertRows} from "./insertRows.js";
import {SCHEMAS, tabularFields} from "./schemas.js";
import {RESOURCES, unflatten} from "./tables.js";
import {FILES} from "./writeHsds.js";

/** Fills the directory’s tables from json/ of an HSDS export. */
export async function readNested(
  warehouse: Warehouse,
  folder: string,
  tables: ExportedTable[]
): Promise<void> {
  const terms = JSON.parse(readFileSync(join(folder, "json", FILES.terms), "utf8")) as JsonObject[];
  const known = await insertTerms(warehouse, terms, tables);
  let run: DirectoryRecord[] = [];
  const lines = createInterface({input: createReadStream(join(folder, "json", FILES.services), "utf8")});
  for await (const line of lines) {
    if (!line.startsWith('{"id"')) continue;
    run.push(fromHsds(JSON.parse(line.replace(/,$/, "")) as JsonObject, known));
    if (run.length === RUN_LENGTH) {
      await insertRecords(warehouse, run, tables);
      run = [];
    }
  }
  await insertRecords(warehouse, run, tables);
}

/** Fills the directory’s tables from tabular/ of an HSDS export. */
export async function readTabular(
  warehouse: Warehouse,
  folder: string,
  tables: ExportedTable[]
): Promise<void> {
  await warehouse.run("attach ':memory:' as workbench_hsds");
  for (const resource of RESOURCES) await loadResource(warehouse, folder, resource);
  const find = (resource: string, field: string, values: unknown[]) =>
    findRows(warehouse, resource, field, values);
  const terms = await findRows(warehouse, "taxonomy_term");
  const known = await insertTerms(warehouse, await unflatten("taxonomy_term", terms, find), tables);
  const services = await findRows(warehouse, "service");
  for (let start = 0; start < services.length; start += RUN_LENGTH) {
    const nested = await unflatten("service", services.slice(start, start + RUN_LENGTH), find);
    await insertRecords(
      warehouse,
      nested.map((service) => fromHsds(service, known)),
      tables
    );
  }
  await warehouse.run("detach workbench_hsds");
}

async function insertTerms(
  warehouse: Warehouse,
  terms: JsonObject[],
  tables: ExportedTable[]
): Promise<Map<string, TermRow>> {
  const rows = terms.flatMap((term) => termRow(term) ?? []);
  await insertRows(
    warehouse,
    rows,
    tables.find(({table}) => table === "services")!
  );
  return byUuid(rows);
}

async function loadResource(warehouse: Warehouse, folder: string, resource: string): Promise<void> {
  const columns = tabularFields(resource).map(([name, {type}]) => {
    return `${quotedIdentifier(name)}: ${quotedString(type === "number" ? "double" : "varchar")}`;
  });
  await warehouse.run(
    `create table workbench_hsds.${quotedIdentifier(resource)} as from read_csv(
       ${quotedString(join(folder, "tabular", SCHEMAS[resource]!.path))}, auto_detect = false, header = true, delim = ',',
       quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, parallel = false, columns = {${columns.join(", ")}}
     )`
  );
}

async function findRows(
  warehouse: Warehouse,
  resource: string,
  field?: string,
  values: unknown[] = []
): Promise<JsonObject[]> {
  const wanted = field
    ? `where ${quotedIdentifier(field)} in (select unnest(from_json($values::json, '["VARCHAR"]')))`
    : "";
  const rows = await warehouse.rows<{row: string}>(
    `select to_json("the row")::varchar as row from (from workbench_hsds.${quotedIdentifier(resource)} ${wanted} order by rowid) as "the row"`,
    field ? {values: JSON.stringify(values)} : undefined
  );
  return rows.map(({row}) => JSON.parse(row, (_, value: unknown) => value ?? undefined) as JsonObject);
}
