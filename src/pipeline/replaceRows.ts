import type {Warehouse} from "../warehouse/open.js";

/** Replaces the rows of a table by the given objects, whose keys are its columns. */
export async function replaceRows(warehouse: Warehouse, table: string, rows: object[]): Promise<void> {
  await warehouse.run(`delete from ${table}`);
  if (rows.length === 0) return;
  const [schema, name] = table.split(".");
  const columns = await warehouse.rows<{name: string; type: string}>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = $schema and table_name = $name order by ordinal_position`,
    {schema: schema!, name: name!}
  );
  // Types come from the table: a column that is null in every row would have none in the JSON.
  const structure = JSON.stringify([Object.fromEntries(columns.map((column) => [column.name, column.type]))]);
  await warehouse.run(
    `insert into ${table} by name
     select unnest(from_json($rows::json, $structure), max_depth := 2)`,
    {rows: JSON.stringify(rows), structure}
  );
}
