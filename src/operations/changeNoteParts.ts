/** A headline number of two builds, as meta.headline_changes has it. */
export interface HeadlineChange {
  title: string;
  unit: string;
  old_value: number | null;
  new_value: number | null;
  cause: string | null;
}

interface ListedOrganization {
  name: string;
  state: string | null;
  organization_id: string;
  old_value: string | null;
  new_value: string | null;
}

/** Returns headline numbers as a Markdown table, those that changed first. */
export function headlineTable(rows: HeadlineChange[]): string {
  const sorted = [...rows].sort((a, b) => Number(b.cause !== null) - Number(a.cause !== null));
  return markdownTable(
    sorted.map(({title, unit, old_value, new_value, cause}) => ({
      number: title,
      before: formatNumber(old_value),
      now: formatNumber(new_value),
      change: old_value === null || new_value === null ? "" : formatDifference(new_value - old_value),
      unit,
      cause: cause ?? ""
    }))
  );
}

/** Returns rows as a Markdown table, with the keys of the first as its heads; numbers to the right. */
export function markdownTable(rows: object[]): string {
  const keys = Object.keys(rows[0] ?? {});
  const isNumeric = (key: string) =>
    rows.some((row) => cell(row, key) !== "") && rows.every((row) => /^[+−]?[\d,.–]*$/.test(cell(row, key)));
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(keys.map((key) => key.replaceAll("_", " "))),
    line(keys.map((key) => (isNumeric(key) ? "---:" : "---"))),
    ...rows.map((row) => line(keys.map((key) => cell(row, key))))
  ].join("\n");
}

/** Returns organizations as a Markdown list, shortened to the limit with a last line that says by how many. */
export function bulletList(rows: ListedOrganization[], limit: number): string {
  const lines = rows.slice(0, limit).map(({name, state, organization_id, old_value, new_value}) => {
    const change =
      old_value === null && new_value === null ? "" : `: ${escaped(old_value)} → ${escaped(new_value)}`;
    return `- ${escaped(name)} (${state ?? "no state"}, ${escaped(organization_id)})${change}`;
  });
  const rest = rows.length - limit;
  return [...lines, ...(rest > 0 ? [`- and ${formatNumber(rest)} more, in meta.record_changes`] : [])].join(
    "\n"
  );
}

function cell(row: object, key: string): string {
  const value = valueOf(row, key);
  return typeof value === "number" ? formatNumber(value) : escaped(value);
}

function valueOf(row: object, key: string): unknown {
  return (row as Record<string, unknown>)[key];
}

/** Sources are not to be trusted: nothing in a name may turn into a link, a tag or another column. */
function escaped(value: unknown): string {
  return String(value ?? "")
    .replace(/\s+/g, " ")
    .replace(/[\\`*{}[\]<>|#]|(?<!\w)_|_(?!\w)/g, "\\$&");
}

function formatNumber(value: number | null): string {
  return value === null ? "–" : value.toLocaleString("en-US", {maximumFractionDigits: 3});
}

function formatDifference(value: number): string {
  return value === 0 ? "" : `${value > 0 ? "+" : "−"}${formatNumber(Math.abs(value))}`;
}
