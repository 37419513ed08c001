/** A row of an answer: its values in the order of the columns. */
export type AnswerRow = unknown[];

/** Largest relative difference of two numbers that count as the same. */
const TOLERANCE = 1e-9;

/**
 * Returns null where both answers hold the same rows in the same order, and else what differs first. Lists may
 * arrive as JSON text and truth values as 0 and 1, as engines without those types give them.
 */
export function difference(actual: AnswerRow[], expected: AnswerRow[]): string | null {
  if (actual.length !== expected.length) return `${actual.length} rows instead of ${expected.length}`;
  for (const [i, row] of expected.entries()) {
    if (actual[i]!.length !== row.length)
      return `row ${i + 1} has ${actual[i]!.length} columns instead of ${row.length}`;
    const column = row.findIndex((value, j) => !isSame(actual[i]![j], value));
    if (column >= 0) return `row ${i + 1}: ${text(actual[i]![column])} instead of ${text(row[column])}`;
  }
  return null;
}

function isSame(actual: unknown, expected: unknown): boolean {
  if (typeof actual === "bigint") return isSame(Number(actual), expected);
  if (actual === null || actual === undefined || expected === null)
    return (actual ?? null) === (expected ?? null);
  if (Array.isArray(expected)) {
    const list: unknown = typeof actual === "string" ? JSON.parse(actual) : actual;
    return JSON.stringify(list) === JSON.stringify(expected);
  }
  if (typeof expected === "boolean") return (actual === 1 || actual === true) === expected;
  if (typeof expected === "number" && typeof actual === "number")
    return Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
  return actual === expected;
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner));
}
