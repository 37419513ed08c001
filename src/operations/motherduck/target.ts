import {existsSync} from "node:fs";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import {messageOf, UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {hasToken, withoutToken} from "./token.js";

/** Where to: a MotherDuck database, or a DuckDB file that stands in for one. */
export interface Target {
  kind: "motherduck" | "file";
  /** What ATTACH takes. */
  path: string;
  /** The name under which its tables are addressed; MotherDuck allows its own databases no other. */
  database: string;
}

/** The name of the local warehouse beside a target. */
export const LOCAL = "local";

/** The default target. */
export const DEFAULT_TARGET = "md:recovery";

/**
 * Reads a target: md:<database>, or the path of a DuckDB file. Throws for a target with parameters, since a token
 * among them would show in the process list.
 */
export function parseTarget(text: string): Target {
  if (!text.startsWith("md:")) return {kind: "file", path: text, database: "cloud"};
  const database = text.slice("md:".length);
  if (/[?&=]/.test(database))
    throw new UserError("a target takes no parameters; put the token in MOTHERDUCK_TOKEN, not in the target");
  if (
    !/^[A-Za-z_]\w*$/.test(database) ||
    [LOCAL, "memory", "system", "temp"].includes(database.toLowerCase())
  )
    throw new UserError(
      `not a database name: ${database || "none"}; use --target md:NAME, such as ${DEFAULT_TARGET}`
    );
  return {kind: "motherduck", path: text, database};
}

/**
 * Attaches the target to an open database. A file is made where there is none and `create` is set; so is a MotherDuck
 * database. The token comes from the environment alone and is in no statement.
 */
export async function attachTarget(
  warehouse: Warehouse,
  target: Target,
  {create = false} = {}
): Promise<void> {
  if (target.kind === "motherduck") return attachCloud(warehouse, target, create);
  if (!create && !existsSync(target.path))
    throw new UserError(
      `no such file: ${target.path}; make it with workbench motherduck sync --initial --target`
    );
  const access = create ? "" : " (read_only)";
  await warehouse.run(`attach ${quotedString(target.path)} as ${quotedIdentifier(target.database)}${access}`);
}

async function attachCloud(warehouse: Warehouse, {path, database}: Target, create: boolean): Promise<void> {
  if (!hasToken())
    throw new UserError(
      "no token: set MOTHERDUCK_TOKEN in the environment; MotherDuck’s settings page makes one"
    );
  try {
    if (create) {
      await warehouse.run("attach 'md:'");
      await warehouse.run(`create database if not exists ${quotedIdentifier(database)}`);
    } else await warehouse.run(`attach ${quotedString(path)}`);
  } catch (error) {
    throw new UserError(explain(path, withoutToken(messageOf(error))));
  }
}

function explain(path: string, message: string): string {
  const [line] = message.split("\n");
  if (/extension|download|http/i.test(message))
    return (
      `cannot reach MotherDuck (${path}): DuckDB could not load its motherduck extension: ${line}; ` +
      "check the network, or rehearse on a file with --target rehearsal.duckdb"
    );
  return `MotherDuck refused ${path}: ${line}; check the token and the name of the database`;
}
