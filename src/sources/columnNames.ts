/**
 * Returns the names of a CSV file’s columns as records carry them: trimmed, lower case, distinct. A column
 * without a name is called for its place; a repeated name gets the first free number after it.
 */
export function columnNames(header: readonly string[]): string[] {
  const trimmed = header.map((cell, i) => cell.trim().toLowerCase() || `column_${i + 1}`);
  const taken = new Set(trimmed);
  const given = new Set<string>();
  return trimmed.map((name) => {
    let distinct = name;
    for (let n = 2; given.has(distinct); n++) if (!taken.has(`${name}_${n}`)) distinct = `${name}_${n}`;
    taken.add(distinct);
    given.add(distinct);
    return distinct;
  });
}
