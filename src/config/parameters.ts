import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {UserError} from "../error.js";

/**
 * Returns the tunable numbers of one room by name, from sql/parameters/<room>.csv; for what has to run
 * before there is a warehouse. Everything else reads meta.parameters.
 */
export function readParameters(room: string, folder = "sql/parameters"): Record<string, number> {
  const path = join(folder, `${room}.csv`);
  const rows = parse<{name: string; value: string}>(readFileSync(path), {columns: true});
  return Object.fromEntries(rows.map(({name, value}) => [name, numberOf(value, `${path}: ${name}`)]));
}

function numberOf(text: string, place: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new UserError(`not a number: ${text} at ${place}`);
  return value;
}
