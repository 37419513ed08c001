import {UserError} from "../../error.js";
import type {FieldRule} from "./mapping.js";

const KEYS = [
  "column",
  "columns",
  "constant",
  "match",
  "split",
  "part",
  "map",
  "otherwise",
  "prefix",
  "join"
];

/** Reads one rule of a mapping: a column’s name, or an object. Throws a UserError that begins with its place. */
export function readRule(value: unknown, place: string): FieldRule {
  if (typeof value === "string") return {columns: [value], join: " "};
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(place, `takes a column’s name or an object, not ${JSON.stringify(value)}`);
  const rule = value as Record<string, unknown>;
  const unknown = Object.keys(rule).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) fail(place, `does not know “${unknown}”; it takes ${KEYS.join(", ")}`);
  const constant = rule.constant === undefined ? undefined : textsOf(rule.constant, place, "constant");
  const columns = [
    ...textsOf(rule.column ?? [], place, "column"),
    ...textsOf(rule.columns ?? [], place, "columns")
  ];
  if (!columns.length === !constant)
    fail(place, "needs a column, columns or a constant, and only one of them");
  return {
    columns,
    ...(constant && {constant}),
    ...(rule.match !== undefined && {match: pattern(textOf(rule.match, place, "match"), place)}),
    ...(rule.split !== undefined && {split: separator(textOf(rule.split, place, "split"), place)}),
    ...(rule.part !== undefined && {part: integer(rule.part, place)}),
    ...(rule.map !== undefined && {map: replacements(rule.map, place)}),
    ...(rule.otherwise !== undefined && {otherwise: textsOf(rule.otherwise ?? [], place, "otherwise")}),
    ...(rule.prefix !== undefined && {prefix: textOf(rule.prefix, place, "prefix")}),
    join: rule.join === undefined ? " " : textOf(rule.join, place, "join")
  };
}

function textOf(value: unknown, place: string, key: string): string {
  return typeof value === "string" ? value : fail(place, `${key} must be text, not ${JSON.stringify(value)}`);
}

function textsOf(value: unknown, place: string, key: string): string[] {
  if (Array.isArray(value)) return value.map((item) => textOf(item, place, key));
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  return [textOf(value, place, key)];
}

function integer(value: unknown, place: string): number {
  return Number.isInteger(value)
    ? (value as number)
    : fail(place, `part must be a whole number, not ${JSON.stringify(value)}`);
}

/** A separator between slashes is a regular expression; one slash is itself. */
function separator(text: string, place: string): string | RegExp {
  if (text === "") fail(place, "split must not be empty");
  return /^\/.+\/$/.test(text) ? pattern(text.slice(1, -1), place) : text;
}

function pattern(text: string, place: string): RegExp {
  try {
    return new RegExp(text, "gi");
  } catch {
    return fail(place, `“${text}” is not a regular expression`);
  }
}

function replacements(value: unknown, place: string): Map<string, string[]> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(place, `map must be an object, not ${JSON.stringify(value)}`);
  const entries = Object.entries(value).map(
    ([from, to]) => [from.trim().toLowerCase(), textsOf(to ?? [], place, "map")] as const
  );
  return new Map(entries);
}

function fail(place: string, message: string): never {
  throw new UserError(`wrong mapping: ${place} ${message}`);
}
