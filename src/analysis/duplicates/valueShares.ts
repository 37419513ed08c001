import {filledCount, type ListColumn} from "./listColumn.js";

/** Least expected number of further holders of a name, title or code that one entity holds: 6 bits rarer than one. */
export const OWN = 2 ** -6;

/**
 * Returns, for each of valueCount values, the chance that another record or entity holds it too: (holders − 1) /
 * (filled − 1). With entities, records of one entity count once, so that its own duplicates do not make a value
 * common; without, two records with one value are taken for one entity. A value that one entity holds has an
 * expected number of further holders: one, or, for names and codes, which are an entity's own (least = OWN), by
 * Good (1953) 2 × values of two entities / values of one. Telephones and addresses are often shared.
 */
export function valueShares(
  records: ListColumn,
  valueCount: number,
  entities?: Int32Array,
  least = 1
): Float64Array {
  const holders = entities ? entityCounts(records, valueCount, entities) : recordCounts(records, valueCount);
  const filled = Math.max(2, entities ? filledEntities(records, entities) : filledCount(records));
  const single = entities ? 1 : 2;
  const further = expectedFurther(holders, single, least);
  const shares = new Float64Array(valueCount);
  for (let value = 0; value < valueCount; value++) {
    const count = holders[value]!;
    shares[value] = (count <= single ? further : count - 1) / (filled - 1);
  }
  return shares;
}

function expectedFurther(holders: Int32Array, single: number, least: number): number {
  let [once, twice] = [0, 0];
  for (let value = 0; value < holders.length; value++) {
    const count = holders[value]!;
    if (count > 0 && count <= single) once++;
    else if (count > single && count <= 2 * single) twice++;
  }
  return Math.min(1, Math.max(least, (2 * twice) / Math.max(1, once)));
}

function recordCounts({offsets, ids}: ListColumn, valueCount: number): Int32Array {
  const counts = new Int32Array(valueCount);
  for (let row = 0; row + 1 < offsets.length; row++)
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++)
      if (i === offsets[row] || ids[i] !== ids[i - 1]) counts[ids[i]!]!++;
  return counts;
}

/** Returns how many entities hold each of valueCount values. */
export function entityCounts(
  {offsets, ids}: ListColumn,
  valueCount: number,
  entities: Int32Array
): Int32Array {
  const counts = new Int32Array(valueCount);
  const last = new Int32Array(valueCount).fill(-1);
  const rows = rowsByEntity(entities);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const value = ids[i]!;
      if (last[value] === entities[row]) continue;
      last[value] = entities[row]!;
      counts[value]!++;
    }
  }
  return counts;
}

/** Returns how many entities hold a value. */
export function filledEntities({offsets}: ListColumn, entities: Int32Array): number {
  const filled = new Uint8Array(entities.length);
  for (let row = 0; row < entities.length; row++)
    if (offsets[row + 1]! > offsets[row]!) filled[entities[row]!] = 1;
  return filled.reduce((total, flag) => total + flag, 0);
}

/** Returns the rows ordered by entity; entities are numbered below the number of rows. */
function rowsByEntity(entities: Int32Array): Int32Array {
  const next = new Int32Array(entities.length + 1);
  for (let row = 0; row < entities.length; row++) next[entities[row]! + 1]!++;
  for (let i = 0; i < entities.length; i++) next[i + 1]! += next[i]!;
  const rows = new Int32Array(entities.length);
  for (let row = 0; row < entities.length; row++) rows[next[entities[row]!]!++] = row;
  return rows;
}
