import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import {type Config, warehousePath} from "../../config.js";
import {Warehouse} from "../../warehouse/open.js";
import {attachTarget, LOCAL, parseTarget, type Target} from "./target.js";
import {guardingToken} from "./token.js";
import {UserError} from "../../error.js";
import {existsSync} from "node:fs";

/** One DuckDB session with the published warehouse attached read-only as “local”, and the target beside it. */
export interface Session {
  warehouse: Warehouse;
  target: Target;
}

/** Opens a session on both databases, runs the callback, and closes it; no error can carry the token. */
export async function withSession<T>(
  config: Config,
  {target, create = false}: {target: string; create?: boolean},
  callback: (session: Session) => Promise<T>
): Promise<T> {
  const path = warehousePath(config);
  if (!existsSync(path)) throw new UserError(`no warehouse at ${path}; run workbench migrate to build it`);
  const parsed = parseTarget(target);
  const warehouse = await Warehouse.open(":memory:");
  try {
    return await guardingToken(async () => {
      await warehouse.run("set timezone = 'UTC'");
      await warehouse.run(`attach ${quotedString(path)} as ${quotedIdentifier(LOCAL)} (read_only)`);
      await attachTarget(warehouse, parsed, {create});
      return callback({warehouse, target: parsed});
    });
  } finally {
    warehouse.close();
  }
}

/** Runs the callback with the named database as the current one. */
export async function inDatabase<T>(
  warehouse: Warehouse,
  database: string,
  callback: () => Promise<T>
): Promise<T> {
  await warehouse.run(`use ${quotedIdentifier(database)}`);
  try {
    return await callback();
  } finally {
    await warehouse.run("use memory");
  }
}
