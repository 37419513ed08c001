/** A list of ids per row, all in one array: row r has ids[offsets[r]] to ids[offsets[r + 1]], ascending. */
export interface ListColumn {
  offsets: Int32Array;
  ids: Int32Array;
}

/** Groups (row, id) entries by row, in time linear in their number; rows without entries get empty lists. */
export function listColumn(rows: Int32Array, entries: Int32Array, rowCount: number): ListColumn {
  const offsets = new Int32Array(rowCount + 1);
  for (const row of rows) offsets[row + 1]!++;
  for (let row = 0; row < rowCount; row++) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice(0, rowCount);
  const ids = new Int32Array(entries.length);
  for (let i = 0; i < entries.length; i++) ids[next[rows[i]!]!++] = entries[i]!;
  for (let row = 0; row < rowCount; row++)
    if (offsets[row + 1]! - offsets[row]! > 1) ids.subarray(offsets[row]!, offsets[row + 1]!).sort();
  return {offsets, ids};
}

/** Returns the number of rows whose list is not empty. */
export function filledCount({offsets}: ListColumn): number {
  let count = 0;
  for (let row = 0; row + 1 < offsets.length; row++) if (offsets[row + 1]! > offsets[row]!) count++;
  return count;
}

/** What onlyIds says of a row without ids, and of one with several. */
export const [NONE, SEVERAL] = [-1, -2];

/** Returns the id of each row that has a single one; reading it touches memory once where the list takes three times. */
export function onlyIds({offsets, ids}: ListColumn): Int32Array {
  const only = new Int32Array(offsets.length - 1);
  for (let row = 0; row < only.length; row++) {
    const count = offsets[row + 1]! - offsets[row]!;
    only[row] = count === 1 ? ids[offsets[row]!]! : count ? SEVERAL : NONE;
  }
  return only;
}
