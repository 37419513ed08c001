import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {messageOf, UserError} from "../../error.js";
import {SOURCES} from "../sourceList.js";
import {fieldNamed, MAPPED_FIELDS} from "./mappedFields.js";
import type {FieldRule, Mapping} from "./mapping.js";
import {readRule} from "./readRule.js";

const SETTINGS = ["$schema", "comment", "source", "title", "records", "fields"];

/** Returns the name of the mapping file of a data file, of all names in its folder, or null. */
export function mappingFileOf(file: string, names: readonly string[]): string | null {
  const candidates = [`${file}.mapping.json`, `${file.replace(/\.[^.]+$/, "")}.mapping.json`];
  return candidates.find((name) => names.includes(name)) ?? null;
}

export function isMappingFile(file: string): boolean {
  return file.endsWith(".mapping.json");
}

/** Reads a mapping file. Throws a UserError that names the file and the entry which is wrong. */
export function readMapping(path: string): Mapping {
  const json = parse(path);
  const {fields: nested, source, title, records} = json;
  const entries = Object.entries(nested === undefined ? json : object(nested, path, "fields"));
  const fields = new Map<string, FieldRule[]>();
  for (const [name, value] of entries) {
    if (nested === undefined && SETTINGS.includes(name)) continue;
    fields.set(knownField(name, path), rulesOf(value, `${path}: ${name}`));
  }
  for (const name of ["name", "type"])
    if (!fields.has(name))
      throw new UserError(
        `wrong mapping: ${path} says nothing of ${name}; add it, such as ${EXAMPLES[name as "name" | "type"]}`
      );
  return {
    path,
    source: sourceName(text(source, path, "source") ?? basename(path).split(".")[0]!, path),
    title: text(title, path, "title") ?? basename(path, ".mapping.json"),
    records: text(records, path, "records")?.split(".") ?? null,
    fields
  };
}

const EXAMPLES = {
  name: '"name": "facility_name"',
  type: '"type": {"constant": "treatment_centers"}'
};

function parse(path: string): Record<string, unknown> {
  try {
    return object(JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, "")), path, "the file");
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`wrong mapping: ${path} is not JSON: ${messageOf(error)}`, {cause: error});
  }
}

function object(value: unknown, path: string, place: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new UserError(`wrong mapping: ${path}: ${place} must be an object, not ${JSON.stringify(value)}`);
}

function text(value: unknown, path: string, place: string): string | undefined {
  if (value === undefined || (typeof value === "string" && value !== "")) return value;
  throw new UserError(`wrong mapping: ${path}: ${place} must be text, not ${JSON.stringify(value)}`);
}

function knownField(name: string, path: string): string {
  const field = fieldNamed(name);
  if (field) return field;
  const known = Object.keys(MAPPED_FIELDS).join(", ");
  throw new UserError(`wrong mapping: ${path}: no field is called “${name}”; fields: ${known}`);
}

function rulesOf(value: unknown, place: string): FieldRule[] {
  return Array.isArray(value) ? value.map((rule) => readRule(rule, place)) : [readRule(value, place)];
}

function sourceName(given: string, path: string): string {
  const name = given.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  if (!SOURCES.some((source) => source.name === name)) return name;
  throw new UserError(
    `wrong mapping: ${path}: the source name ${name} is taken; give another under “source”`
  );
}
