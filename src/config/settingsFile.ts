import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {messageOf, UserError} from "../error.js";

const FILE = "workbench.json";

export type Settings = Record<string, unknown>;

/**
 * Returns the content of workbench.json in the folder; in the working folder, that of the file which
 * WORKBENCH_SETTINGS names instead, where it is set. An empty object where there is none.
 */
export function readSettingsFile(folder = ".", env: NodeJS.ProcessEnv = process.env): Settings {
  const path = (folder === "." && env.WORKBENCH_SETTINGS) || join(folder, FILE);
  if (!existsSync(path)) return {};
  try {
    return settingsObject(JSON.parse(readFileSync(path, "utf8")), FILE);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`not JSON: ${path}: ${messageOf(error)}`, {cause: error});
  }
}

/** Returns the value as an object, refusing anything else and, where keys are given, any key outside them. */
export function settingsObject(value: unknown, place: string, keys?: readonly string[]): Settings {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UserError(`${place} must be an object in ${FILE}, not ${JSON.stringify(value)}`);
  const unknown = Object.keys(value).find((key) => keys && !keys.includes(key));
  if (unknown !== undefined)
    throw new UserError(`unknown setting: ${place}.${unknown} in ${FILE}; it takes ${keys!.join(", ")}`);
  return value as Settings;
}

/** Returns the value as text, refusing an empty or any other one. */
export function settingsText(value: unknown, place: string): string {
  if (typeof value === "string" && value.trim()) return value;
  throw new UserError(`${place} must be text in ${FILE}, not ${JSON.stringify(value) ?? "missing"}`);
}

/** Returns the value where it is one of the choices; the first choice where it is absent. */
export function settingsChoice<T extends string>(value: unknown, place: string, choices: readonly T[]): T {
  if (value === undefined) return choices[0]!;
  const choice = choices.find((known) => known === value);
  if (choice) return choice;
  throw new UserError(
    `${place} must be ${choices.join(" or ")} in ${FILE}, not ${JSON.stringify(value) ?? "missing"}`
  );
}
