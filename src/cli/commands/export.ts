import {UserError} from "../../error.js";
import {createExport} from "../../operations/export/createExport.js";
import {FORMATS} from "../../operations/export/formats.js";
import {importExport} from "../../operations/export/importExport.js";
import type {Command, Invocation} from "../command.js";

export const command: Command = {
  summary: "Write the directory as Parquet, JSON, CSV, HSDS or a folder for MotherDuck, and read it back.",
  usage: [`export ${Object.keys(FORMATS).join("|")} [--to FOLDER]`, "export import FOLDER [--into FILE]"],
  details: [
    "Every export is a new folder with a manifest and a data dictionary:",
    ...Object.entries(FORMATS).map(([name, {summary}]) => `  ${name.padEnd(11)}${summary}`),
    "export import reads one back, compares every table with what was written, and keeps the result with --into."
  ].join("\n"),
  options: {
    to: {type: "string", description: "folder to write (exports/ in the state folder)"},
    into: {type: "string", description: "DuckDB file that an import leaves (none: the import is a test)"},
    json: {type: "boolean", description: "print one JSON object"}
  },
  positionals: 2,
  async run(invocation) {
    const [action = "", folder] = invocation.positionals;
    if (action === "import") return readBack(invocation, folder);
    if (folder !== undefined)
      throw new UserError(`unexpected word: ${folder}; name the folder with --to`, {exitCode: 2});
    return write(invocation, action);
  }
};

async function write({values, config, output}: Invocation, kind: string): Promise<void> {
  if (!Object.hasOwn(FORMATS, kind))
    throw new UserError(
      `unknown format: ${kind || "none"}; choose one of ${Object.keys(FORMATS).join(", ")}, or import`,
      {exitCode: 2}
    );
  output.progress(`exporting ${kind}`);
  const {path, manifest} = await createExport(config, kind, {
    now: new Date(),
    to: values.to as string | undefined
  });
  output.done();
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (values.json) return output.json({path, bytes, rows, ...manifest, files: manifest.files.length});
  output.line(`${path}: ${manifest.tables.length} tables, ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB`);
  if (manifest.left_out.length) output.line(`not carried by ${kind}: ${manifest.left_out.join(", ")}`);
}

async function readBack({values, output}: Invocation, folder: string | undefined): Promise<void> {
  if (folder === undefined)
    throw new UserError("which export? Use workbench export import FOLDER", {exitCode: 2});
  const into = values.into as string | undefined;
  output.progress(`importing ${folder}`);
  const {kind, tables} = await importExport(folder, {into});
  output.done();
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (values.json) output.json({folder, kind, into: into ?? null, tables: tables.length, rows});
  else
    output.line(`${folder}: ${kind}, ${tables.length} tables and ${rows} rows, equal to what was exported`);
}
