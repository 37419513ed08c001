import {ORGANIZATION_TYPES} from "../organizationTypes.js";
import {fieldTexts, type SourceRecord} from "./fieldTexts.js";
import {MAPPED_FIELDS} from "./mappedFields.js";
import type {FieldRule, Mapping} from "./mapping.js";

/** A record in the common staging shape, as JSON, or why it cannot be read. */
export interface MappedRecord {
  mapped: string;
  fault?: string;
}

/** A telephone number in running text: ten digits in the North American plan, letters allowed in the last seven. */
const PHONE = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s./-]*\d{3}[\s.-]*[\dA-Z]{4}\b(?:\s*(?:x|ext\.?)\s*\d+)?/gi;

/** Makes a record’s texts into the common staging shape, as the mapping’s rules say. Pure. */
export function mapRecord({fields}: Mapping, record: SourceRecord): MappedRecord {
  const shape: Record<string, unknown> = {};
  const capacity: Record<string, string> = {};
  const terms: {label: string; kind: string}[] = [];
  for (const [name, rules] of fields) {
    const {kind, column = name, gathers} = MAPPED_FIELDS[name]!;
    if (gathers === "terms") terms.push(...listOf(rules, record).map((label) => ({label, kind: column})));
    else if (kind === "list")
      shape[column] = name === "phone" ? phones(rules, record) : listOf(rules, record);
    else {
      const text = firstOf(rules, record);
      if (text === null) continue;
      if (gathers === "capacity") capacity[column] = number(text);
      else shape[column] = kind === "truth" ? isYes(text) : kind === "number" ? number(text) : text;
    }
  }
  if (terms.length) shape.terms = terms;
  if (Object.keys(capacity).length) shape.capacity = capacity;
  const fault = typeFault(shape.organization_type);
  return {mapped: JSON.stringify(shape, wellFormed), ...(fault && {fault})};
}

/** Replaces what DuckDB’s JSON reader refuses: the NUL character and half a surrogate pair. */
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\0|\p{Surrogate}/gu, "\uFFFD") : value;
}

function listOf(rules: FieldRule[], record: SourceRecord): string[] {
  return rules.flatMap((rule) => fieldTexts(rule, record));
}

function firstOf(rules: FieldRule[], record: SourceRecord): string | null {
  for (const rule of rules) {
    const texts = fieldTexts(rule, record);
    if (texts.length) return texts.join(rule.join);
  }
  return null;
}

/** Finds the numbers in free text; a text without any stays whole, so that it is reported as rejected. */
function phones(rules: FieldRule[], record: SourceRecord): string[] {
  return listOf(rules, record).flatMap((text) => text.match(PHONE) ?? [text]);
}

/** Drops thousands separators. */
function number(text: string): string {
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
}

function isYes(text: string): boolean {
  return /^(1|y|yes|true|t|x)$/i.test(text);
}

function typeFault(type: unknown): string | undefined {
  if (type === undefined) return "no organization type: the mapping’s type yields nothing";
  if (ORGANIZATION_TYPES.includes(type as string)) return undefined;
  return `no organization type: “${String(type).slice(0, 60)}”; add it to the map of the mapping’s type`;
}
