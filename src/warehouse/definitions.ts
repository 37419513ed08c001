import type {Warehouse} from "./open.js";

/** What a view or a macro is, and the SELECT that says so. */
export interface Definition {
  name: string;
  text: string;
}

/** Returns the views of a warehouse, as “schema.name”, and its macros, by name in the order of their names. */
export async function definitionsOf(warehouse: Warehouse): Promise<Definition[]> {
  const definitions = await warehouse.rows<{name: string; text: string}>(DEFINITIONS);
  return definitions.map(({name, text}) => ({name, text: text.replaceAll(EXCLUDED, inOrder)}));
}

const EXCLUDED = /(?<=\bEXCLUDE \()[^()]*(?=\))/g;

/** DuckDB gives the columns that a star leaves out in another order once the file has been opened anew. */
function inOrder(columns: string): string {
  return columns.split(", ").sort().join(", ");
}

/** Where several macros have one name, their SELECTs follow each other. */
const DEFINITIONS = `
  select schema_name || '.' || view_name as name,
    regexp_replace(sql, '^CREATE VIEW ("([^"]|"")*"|[^"])*? AS ', '') as text
  from duckdb_views()
  where database_name = current_database() and not internal
  union all
  select function_name, string_agg(
      concat('select (', macro_definition, ') as "', array_to_string(parameters, ','), '"'), ' union all ' order by macro_definition
    )
  from duckdb_functions()
  where database_name = current_database() and not internal and function_type = 'macro'
  group by function_name
  order by name`;
