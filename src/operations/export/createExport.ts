import {mkdirSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {quotedString} from "@duckdb/node-api";
import {type Config, warehousePath} from "../../config.js";
import {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {contentOf} from "../archive/contentHash.js";
import {listFiles} from "../archive/fileList.js";
import {listTables} from "../archive/listTables.js";
import {writeManifest} from "../archive/manifestFile.js";
import {UNFINISHED, writeFolder} from "../archive/writeFolder.js";
import {EXPORT_FORMAT, type ExportedTable, type ExportManifest} from "./exportFormat.js";
import {exportFormat} from "./formats.js";

export interface ExportOptions {
  now: Date;
  /** The folder to write, which must not exist; exports/<instant>-<kind> in the state folder unless given. */
  to?: string;
}

export interface Export {
  path: string;
  manifest: ExportManifest;
}

/** The columns of every exported table with their types and meanings. */
export const DATA_DICTIONARY = "data_dictionary.csv";

/** Writes the published directory to a new folder in the given format, with a manifest and a data dictionary. */
export async function createExport(config: Config, kind: string, {now, to}: ExportOptions): Promise<Export> {
  const format = exportFormat(kind);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const path = to ?? join(config.state, "exports", `${stamp}-${kind}`);
  mkdirSync(dirname(path), {recursive: true});
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  let manifest: ExportManifest | undefined;
  try {
    await warehouse.run("set timezone = 'UTC'");
    await writeFolder(dirname(path), basename(path), async (folder) => {
      const {tables, left} = await chooseTables(warehouse, format);
      const details = await format.write(warehouse, folder, tables);
      await writeDictionary(warehouse, join(folder, DATA_DICTIONARY), tables);
      manifest = {
        ...EXPORT_FORMAT,
        kind,
        created_at: now.toISOString(),
        ...(await identityOf(warehouse)),
        tables,
        left_out: left,
        details,
        files: (await listFiles(folder)).filter((file) => file.path !== UNFINISHED)
      };
      writeManifest(folder, manifest);
    });
  } finally {
    warehouse.close();
  }
  return {path, manifest: manifest!};
}

async function chooseTables(warehouse: Warehouse, format: ReturnType<typeof exportFormat>) {
  const shapes = await listTables(warehouse);
  const tables: ExportedTable[] = [];
  for (const shape of shapes.filter((table) => format.carries(table)))
    tables.push({...shape, ...(await contentOf(warehouse, shape))});
  const left = shapes.filter((table) => table.schema === "main" && !format.carries(table));
  return {tables, left: left.map(({table}) => table)};
}

async function identityOf(warehouse: Warehouse): Promise<Pick<ExportManifest, "engine_version" | "build">> {
  const [engine] = await warehouse.rows<{version: string}>("select version() as version");
  const [build = null] = await warehouse.rows<Record<string, string | boolean | null>>(
    "select * replace (built_at::varchar as built_at) from meta.builds"
  );
  return {engine_version: engine!.version.replace(/^v/, ""), build};
}

async function writeDictionary(warehouse: Warehouse, path: string, tables: ExportedTable[]): Promise<void> {
  if (!tables.length) return writeFileSync(path, "");
  const names = tables.map(({schema, table}) => `${schema}.${table}`);
  await warehouse.run(
    `copy (${readSqlFile("sql/archive/dictionary.sql").text}) to ${quotedString(path)} (format csv, header)`.replace(
      "$tables",
      `[${names.map(quotedString).join(", ")}]`
    )
  );
}
