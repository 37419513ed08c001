import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";

export interface TableColumn {
  name: string;
  type: string;
  is_nullable: boolean;
  comment: string | null;
}

/** A table as the catalog describes it. */
export interface TableShape {
  schema: string;
  table: string;
  comment: string | null;
  /** The CREATE TABLE statement, constraints included. */
  sql: string;
  columns: TableColumn[];
}

/** Returns the tables of the open database, or of one schema of it, with their columns in order. */
export async function listTables(warehouse: Warehouse, schema?: string): Promise<TableShape[]> {
  const tables = await warehouse.rows<TableShape>(readSqlFile("sql/archive/tables.sql").text);
  return tables.filter((table) => schema === undefined || table.schema === schema);
}
