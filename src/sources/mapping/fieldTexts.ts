import type {FieldRule} from "./mapping.js";

export type SourceRecord = Record<string, unknown>;

/** Returns the texts that a rule makes of a record, none of them empty. */
export function fieldTexts(rule: FieldRule, record: SourceRecord): string[] {
  const taken = rule.constant ?? rule.columns.flatMap((column) => textsOf(valueAt(record, column)));
  return taken
    .flatMap((text) => pieces(text, rule))
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .flatMap((text) => rule.map?.get(text.toLowerCase()) ?? (rule.map && rule.otherwise) ?? [text])
    .map((text) => (rule.prefix ?? "") + text);
}

/** Returns a record’s value in a column: by that key, by the key in lower case, or along the dots. */
export function valueAt(record: SourceRecord, column: string): unknown {
  for (const key of [column, column.toLowerCase()]) if (Object.hasOwn(record, key)) return record[key];
  const dot = column.indexOf(".");
  if (dot < 0) return undefined;
  const inner = valueAt(record, column.slice(0, dot));
  return isRecord(inner) ? valueAt(inner, column.slice(dot + 1)) : undefined;
}

export function isRecord(value: unknown): value is SourceRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the texts in a JSON value: those of a list one by one, an object as its JSON. */
export function textsOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return [typeof value === "object" ? JSON.stringify(value) : String(value)];
}

function pieces(text: string, {match, split, part}: FieldRule): string[] {
  let found = [text];
  if (match) found = Array.from(text.matchAll(match), (m) => m[1] ?? m[0]);
  if (split !== undefined) found = found.flatMap((piece) => piece.split(split));
  return part === undefined ? found : found.slice(part, part === -1 ? undefined : part + 1);
}
