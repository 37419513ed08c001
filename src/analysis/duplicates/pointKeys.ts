import type {Degrees} from "./compareDistances.js";
import {keyCodes} from "./keyCodes.js";
import type {ListColumn} from "./listColumn.js";

/** Returns one key per record for its coordinates to a thousandth of a degree, none where they are not numbers. */
export function pointKeys({latitudes, longitudes}: Degrees): {keys: ListColumn; count: number} {
  const records = latitudes.length;
  const codes = keyCodes(records);
  const offsets = new Int32Array(records + 1);
  const ids = new Int32Array(records);
  let length = 0;
  for (let record = 0; record < records; record++) {
    const [x, y] = [thousandths(latitudes[record]!), thousandths(longitudes[record]!)];
    if (!Number.isNaN(x + y)) ids[length++] = codes.add(x, y);
    offsets[record + 1] = length;
  }
  return {keys: {offsets, ids: ids.slice(0, length)}, count: codes.count()};
}

/** Rounds halves away from zero. */
function thousandths(degrees: number): number {
  return Math.sign(degrees) * Math.round(Math.abs(degrees) * 1000);
}
