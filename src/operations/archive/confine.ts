import {resolve, sep} from "node:path";
import {quotedString} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/open.js";

/**
 * Lets the open database read files of one folder and nothing else, load no extension and change no setting,
 * whatever statements it is then given; and fixes the time zone, on which the spelling of instants depends.
 */
export async function confine(warehouse: Warehouse, folder: string): Promise<void> {
  await warehouse.run("set timezone = 'UTC'");
  await warehouse.run(`set allowed_directories = [${quotedString(resolve(folder) + sep)}]`);
  await warehouse.run("set enable_external_access = false");
  await warehouse.run("set lock_configuration = true");
}
