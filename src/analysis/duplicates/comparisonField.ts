import {compareCodes} from "./compareCodes.js";
import {compareEmails, comparePhones, compareWebsites} from "./compareContacts.js";
import {compareDistances} from "./compareDistances.js";
import {compareLocalities, type FirstLocalities} from "./compareLocalities.js";
import {compareStreets} from "./compareStreets.js";
import {compareWords} from "./compareWords.js";
import {inOneShape, type Comparison} from "./comparison.js";
import type {SplitStrings} from "./splitStrings.js";
import type {Streets} from "./streets.js";
import type {StringField} from "./stringField.js";
import type {WordBags} from "./wordBags.js";

/** The data of one comparison, without its functions, so that another thread can make the same comparison of it. */
export type ComparisonField = {name: string} & (
  | {kind: "name" | "text"; field: WordBags}
  | {kind: "street"; field: Streets}
  | {kind: "phone" | "code"; field: StringField}
  | {kind: "website" | "email"; field: StringField; parts: SplitStrings}
  | {kind: "locality"; field: FirstLocalities}
  | {kind: "distance"; points: Float64Array}
);

/** Returns the comparison of a field, in no time; it counts anew in the field’s own arrays. */
export function comparisonOf(data: ComparisonField): Comparison {
  return inOneShape(comparisonOfKind(data));
}

function comparisonOfKind(data: ComparisonField): Comparison {
  const {name} = data;
  switch (data.kind) {
    case "name":
      return compareWords(name, "who", data.field);
    case "text":
      return compareWords(name, "what", data.field);
    case "street":
      return compareStreets(name, data.field);
    case "phone":
      return comparePhones(name, data.field);
    case "website":
      return compareWebsites(name, data.field, data.parts);
    case "email":
      return compareEmails(name, data.field, data.parts);
    case "code":
      return compareCodes(name, data.field);
    case "locality":
      return compareLocalities(name, data.field);
    case "distance":
      return compareDistances(name, data.points);
  }
}
