import {quotedIdentifier} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/open.js";

/** A table of one database, by its two or three part name. */
export interface TableName {
  /** The attached database; the one that was opened unless given. */
  database?: string;
  schema: string;
  table: string;
}

export interface Content {
  rows: number;
  /** Sum over the rows of the lower half of each row’s MD5, in decimal; "0" for an empty table. */
  hash: string;
}

/** Returns the quoted name of a table, ready for a statement. */
export function quotedTable({database, schema, table}: TableName): string {
  return [...(database === undefined ? [] : [database]), schema, table].map(quotedIdentifier).join(".");
}

/**
 * Returns the number of rows of a table and a hash of its content that does not depend on the order of the
 * rows and counts repeated rows as often as they occur. Rows are hashed as JSON text; JSON columns keep
 * their spelling. The session’s time zone must be UTC, since instants are spelled in it.
 */
export async function contentOf(warehouse: Warehouse, name: TableName): Promise<Content> {
  // The catalog’s own list of columns spells out every table and view of the database for each question.
  const columns = await warehouse.rows<{name: string; type: string}>(
    `select column_name as name, column_type as type from (describe ${quotedTable(name)})`
  );
  const spelled = columns
    .filter(({type}) => type === "JSON" || type === "BIGNUM")
    .map((column) => `${quotedIdentifier(column.name)}::varchar as ${quotedIdentifier(column.name)}`);
  const rows = `select * ${spelled.length ? `replace (${spelled.join(", ")})` : ""} from ${quotedTable(name)}`;
  const [row] = await warehouse.rows<{rows: bigint; hash: string}>(
    `select count(*) as rows, coalesce(sum(md5_number_lower(to_json("hashed row")::varchar)::hugeint), 0)::varchar as hash
     from (${rows}) as "hashed row"`
  );
  return {rows: Number(row!.rows), hash: row!.hash};
}
