/** Returns rows as CSV (RFC 4180) with a line feed after each. */
export function csvText(rows: string[][]): string {
  return rows.map((row) => row.map(cell).join(",") + "\n").join("");
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
