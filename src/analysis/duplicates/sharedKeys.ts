import type {ListColumn} from "./listColumn.js";

/** Returns the lists without the ids that stand in one of them alone, which group nothing. */
export function sharedKeys({offsets, ids}: ListColumn): ListColumn {
  const counts = new Int32Array(ids.reduce((most, id) => Math.max(most, id), -1) + 1);
  for (const id of ids) counts[id]!++;
  const kept: ListColumn = {offsets: new Int32Array(offsets.length), ids: new Int32Array(ids.length)};
  let length = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++)
      if (counts[ids[i]!]! > 1) kept.ids[length++] = ids[i]!;
    kept.offsets[row + 1] = length;
  }
  return {offsets: kept.offsets, ids: kept.ids.slice(0, length)};
}
