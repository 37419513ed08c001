import {inSharedMemory} from "../sharedMemory.js";
import type {ByteStrings} from "./byteStrings.js";
import {pointsInSpace, type Degrees} from "./compareDistances.js";
import {firstLocalities} from "./compareLocalities.js";
import type {ComparisonField} from "./comparisonField.js";
import type {ListColumn} from "./listColumn.js";
import {splitStrings} from "./splitStrings.js";
import {streets, type StreetRows} from "./streets.js";
import {stringField} from "./stringField.js";
import {OWN} from "./valueShares.js";
import {wordBags, type WordRows} from "./wordBags.js";

/** Which strings each record holds. */
export interface StringRows {
  records: ListColumn;
  strings: ByteStrings;
}

/** What one comparison is made of, as it was read. */
export type ComparisonRows = {name: string} & (
  | {kind: "name" | "text"; rows: WordRows}
  | {kind: "street"; rows: StreetRows}
  | {kind: "phone" | "code" | "website" | "email"; rows: StringRows}
  | {kind: "locality"; rows: {city?: WordRows; zip?: StringRows; state?: StringRows}}
  | {kind: "distance"; rows: Degrees}
);

/** Makes the data of a comparison, in shared memory. */
export function comparisonField(read: ComparisonRows): ComparisonField {
  return inSharedMemory({name: read.name, ...dataOf(read)} as ComparisonField);
}

function dataOf(read: ComparisonRows) {
  switch (read.kind) {
    case "name":
    case "text":
      return {kind: read.kind, field: wordBags(read.rows, OWN)};
    case "street":
      return {kind: read.kind, field: streets(read.rows)};
    case "phone":
      return {kind: read.kind, field: stringField(read.rows)};
    case "code":
      return {kind: read.kind, field: stringField(read.rows, OWN)};
    case "website":
    case "email": {
      const field = stringField(read.rows);
      return {kind: read.kind, field, parts: splitStrings(field, read.kind === "email" ? "@" : "/")};
    }
    case "locality": {
      const {city, zip, state} = read.rows;
      const field = firstLocalities({
        ...(city && {city: wordBags(city)}),
        ...(zip && {zip: stringField(zip)}),
        ...(state && {state: stringField(state)})
      });
      return {kind: read.kind, field};
    }
    case "distance":
      return {kind: read.kind, points: pointsInSpace(read.rows)};
  }
}
