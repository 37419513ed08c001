import {join} from "node:path";
import {readCsv} from "../readCsv.js";
import {HSDS_TABLES, type HsdsPackage} from "./packages.js";

/** A row of a table: its non-empty cells by column. */
export type HsdsRow = Record<string, string>;

/** A row that cannot be joined to anything, and why. */
export interface LooseRow {
  row: HsdsRow;
  fault: string;
}

export type TableName = keyof typeof HSDS_TABLES;

export interface HsdsTables {
  rows: Record<TableName, HsdsRow[]>;
  /** Where each row begins, as “phones.csv line 7”. */
  places: Map<HsdsRow, string>;
  /** Rows with another number of cells than their header. */
  loose: LooseRow[];
}

/** Reads the tables of a package that are joined; a table without a file is empty. */
export async function readTables(sources: string, {folder, files}: HsdsPackage): Promise<HsdsTables> {
  const rows = Object.fromEntries(
    Object.keys(HSDS_TABLES).map((name) => [name, []])
  ) as unknown as HsdsTables["rows"];
  const tables: HsdsTables = {rows, places: new Map(), loose: []};
  for (const [table, names] of Object.entries(HSDS_TABLES))
    for (const name of names) {
      const file = join(folder, `${name}.csv`);
      if (!files.includes(file)) continue;
      await readCsv(join(sources, file), ({json, line, fault}) => {
        const row = JSON.parse(json!) as HsdsRow;
        const place = `${name}.csv line ${line}`;
        tables.places.set(row, place);
        if (fault) tables.loose.push({row, fault: `${place}: ${fault}`});
        else rows[table as TableName].push(row);
      });
    }
  return tables;
}
