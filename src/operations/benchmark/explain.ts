import type {Parameters, Warehouse} from "../../warehouse/open.js";

/** Returns the plan of a statement as DuckDB draws it; with the time and rows of each operator if it is run. */
export async function explain(
  warehouse: Warehouse,
  sql: string,
  {parameters, analyze = false}: {parameters: Parameters; analyze?: boolean}
): Promise<string> {
  const rows = await warehouse.rows<{explain_value: string}>(
    `explain ${analyze ? "analyze " : ""}${sql}`,
    parameters
  );
  return rows.map((row) => row.explain_value).join("\n");
}
