import {UserError} from "../../error.js";
import {FIELD_KINDS, type FieldKind} from "./linkageField.js";

/** One field to compare: its kind and its values, each made of one column or of several joined. */
export interface MappedField {
  kind: FieldKind;
  name: string;
  values: string[][];
}

/** Which columns of a file hold what. */
export interface FieldMap {
  fields: MappedField[];
  latitude?: string;
  longitude?: string;
}

/** Kinds of which one record may have several values that mean the same thing; the best agreement counts. */
const LISTS: FieldKind[] = ["name", "phone", "website", "email", "street", "city", "state", "zip"];

/**
 * Reads a field map such as “name=first+last,phone=tel,phone=fax,code=born”. Columns joined by + make one value.
 * A kind given twice is a list of values of which the best agreement counts, such as a name and an alias, but a
 * comparison of its own for each text and code. Throws a UserError for anything else.
 */
export function readFieldMap(text: string): FieldMap {
  const map: FieldMap = {fields: []};
  for (const entry of text.split(",").filter(Boolean)) {
    const [kind = "", columns = ""] = splitOnce(entry, "=");
    if (!columns) throw new UserError(`no column: ${entry}; write ${kind}=COLUMN`, {exitCode: 2});
    if (kind === "latitude" || kind === "longitude") map[kind] = columns;
    else addField(map.fields, kind, columns.split("+"));
  }
  if (!map.latitude !== !map.longitude)
    throw new UserError("latitude and longitude go together; map both or neither", {exitCode: 2});
  if (!map.fields.length) throw new UserError("nothing to compare; give --map name=COLUMN,…", {exitCode: 2});
  return map;
}

function addField(fields: MappedField[], kind: string, columns: string[]): void {
  if (!isFieldKind(kind))
    throw new UserError(
      `unknown field: ${kind}; choose from ${FIELD_KINDS.join(", ")}, latitude, longitude`,
      {exitCode: 2}
    );
  const known = fields.find((field) => field.kind === kind);
  if (known && LISTS.includes(kind)) known.values.push(columns);
  else fields.push({kind, name: known ? `${kind}: ${columns.join(" ")}` : kind, values: [columns]});
}

function isFieldKind(kind: string): kind is FieldKind {
  return (FIELD_KINDS as readonly string[]).includes(kind);
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
