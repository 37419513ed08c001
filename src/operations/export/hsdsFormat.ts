import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../error.js";
import {contentOf, quotedTable} from "../archive/contentHash.js";
import type {ExportedTable, ExportFormat} from "./exportFormat.js";
import {readNested, readTabular} from "./hsds/readHsds.js";
import {writeHsds} from "./hsds/writeHsds.js";

/** The tables that HSDS has a place for. */
const CARRIED = new Set([
  "organizations",
  "services",
  "organization_services",
  "organization_continuum",
  "source_values"
]);

const NOTES = [
  "Every object was validated against the schemas of HSDS 3.1 before it was written, nested and tabular.",
  "status is active because the directory lists the record; no source confirms it day by day. It is inactive, with an alert, for records that a source declares synthetic and for all records of the generated sample.",
  "An address needs street, city, state and postal code; where one of them is unknown there is none, and the known parts are attributes of the organization.",
  "A telephone extension that is no plain number is in the phone's description.",
  "Columns that HSDS has no field for are attributes of the organization in the taxonomy “Directory field”, their values as JSON.",
  "Identifiers are version 5 UUIDs of the directory's own ids: the same organization has the same identifier in every export."
];

/** Open Referral HSDS 3.1: nested JSON and the tabular package, with a report of what was validated. */
export const hsdsFormat: ExportFormat = {
  summary: "Open Referral HSDS 3.1, JSON and tabular, validated",
  carries: ({schema, table}) => schema === "main" && CARRIED.has(table),
  async write(warehouse, folder) {
    const validated = await writeHsds(warehouse, folder);
    const conformance = {specification: "Open Referral HSDS 3.1", invalid: 0, ...validated, notes: NOTES};
    writeFileSync(join(folder, "conformance.json"), `${JSON.stringify(conformance, null, 2)}\n`);
    return {conformance};
  },
  async read(warehouse, folder, tables) {
    await readNested(warehouse, folder, tables);
    for (const table of tables) {
      await refuseDifference(warehouse, table);
      await warehouse.run(`delete from ${quotedTable(table)}`);
    }
    await readTabular(warehouse, folder, tables);
  }
};

async function refuseDifference(
  warehouse: Parameters<ExportFormat["read"]>[0],
  table: ExportedTable
): Promise<void> {
  const {rows, hash} = await contentOf(warehouse, table);
  if (rows !== table.rows || hash !== table.hash)
    throw new UserError(
      `export is damaged: json/ does not hold what ${table.table} held (${rows} of ${table.rows} rows)`
    );
}
