import {tablesRead} from "../warehouse/dependencies.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFolder, type SqlFile} from "../warehouse/sqlFile.js";

/** Schemas that loading fills, besides the tables of the directory itself. */
const LOADED = ["meta", "reference"];

/** Returns the checks that read nothing but what was loaded, and those that read analyses or what is made from them. */
export async function checkStages(
  warehouse: Warehouse,
  folder = "sql/checks"
): Promise<{ofLoad: SqlFile[]; ofAnalyses: SqlFile[]}> {
  const directory = new Set(readSqlFolder("sql/tables").map(({name}) => `main.${name}`));
  const stages: {ofLoad: SqlFile[]; ofAnalyses: SqlFile[]} = {ofLoad: [], ofAnalyses: []};
  for (const file of readSqlFolder(folder)) {
    const tables = await tablesRead(warehouse, file);
    const isOfLoad = tables.every((table) => directory.has(table) || LOADED.includes(table.split(".")[0]!));
    (isOfLoad ? stages.ofLoad : stages.ofAnalyses).push(file);
  }
  return stages;
}
