import type {Config} from "../../config.js";
import {UserError} from "../../error.js";
import type {Row, Warehouse} from "../../warehouse/open.js";
import {withSession} from "./session.js";
import {LOCAL} from "./target.js";

export interface QueryResult {
  rows: Row[];
  /** The name under which the statement addresses the target’s tables. */
  database: string;
}

/**
 * Runs one SELECT over the published warehouse, addressed as “local”, and the target together; on MotherDuck, DuckDB
 * runs each part where its tables are (dual execution). Throws for anything but one SELECT.
 */
export async function queryBoth(
  config: Config,
  sql: string,
  {target}: {target: string}
): Promise<QueryResult> {
  return withSession(config, {target}, async (session) => {
    await requireSelect(session.warehouse, sql);
    try {
      return {rows: await session.warehouse.rows(sql), database: session.target.database};
    } catch (error) {
      const [line] = (error as Error).message.split("\n");
      throw new UserError(
        `${line}; tables are ${LOCAL}.<schema>.<table> here and ${session.target.database}.<schema>.<table> there`,
        {cause: error}
      );
    }
  });
}

async function requireSelect(warehouse: Warehouse, sql: string): Promise<void> {
  const [row] = await warehouse.rows<{json: string}>(
    "select json_serialize_sql($sql::varchar)::varchar as json",
    {
      sql
    }
  );
  const tree = JSON.parse(row!.json) as {error: boolean; error_message?: string; statements?: unknown[]};
  if (tree.error || tree.statements?.length !== 1)
    throw new UserError(`not one SELECT: ${tree.error_message ?? sql}; this command only reads`);
}
