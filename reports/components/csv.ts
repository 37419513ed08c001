export type Row = Record<string, unknown>;

/** The name of a column of rows of type T. */
export type ColumnOf<T> = keyof NoInfer<T> & string;

/** What a spreadsheet would take for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Returns rows as CSV (RFC 4180) with a byte-order mark, as spreadsheets expect. A text that a spreadsheet would
 * run as a formula gets an apostrophe before it.
 */
export function toCsv<T extends object>(rows: T[], columns: ColumnOf<T>[] = namesOf(rows)): string {
  const lines: unknown[][] = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Returns the names of the columns of the first row. */
export function namesOf<T extends object>(rows: T[]): ColumnOf<T>[] {
  return Object.keys(rows[0] ?? {}) as ColumnOf<T>[];
}

function cell(value: unknown): string {
  if (value == null) return "";
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
