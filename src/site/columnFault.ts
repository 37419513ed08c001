import type {CompilerFault} from "./compileCells.js";
import {alternatives, flat} from "./printedTypes.js";
import {rowTypeName, type SnapshotShape} from "./pageTypes.js";

export interface KnownTypes {
  snapshots: SnapshotShape[];
  /** The types that components declare; what others ask of a row is not about columns. */
  componentTypes: Set<string>;
}

export interface ColumnFault {
  text: string;
  names: string[];
  /** The name as the code has it, quoted, where it may stand on another line, in a list that is used on this one. */
  quoted?: string;
}

const PROPERTY = /^Property '(\w+)' does not exist on type '(.*)'\.( Did you mean '\w+'\?)?$/;
const NAME = /^Type '"(.*?)"' is not assignable to type '(.*)'\.(?: Did you mean '"(.*?)"'\?)?$/;
const MISSING = /^Property '(\w+)' is missing in type '(.*)' but required in type '(\w+)'\.$/;
const SEVERAL_MISSING = /^Type '(.*)' is missing the following properties from type '(\w+)': (.*)$/;

/** A row of a snapshot, perhaps with more properties. */
const ROW = /^RowOf_\w+( & .*)?$/;

/**
 * Returns what the compiler says in terms of snapshots, and the names of the columns concerned, or nothing if it is not
 * about columns. A row that may be one of several lacks a column only if all of them do. Of rows that a page makes from
 * single values, only a name that is nearly that of a column is reported: the page may fill them unseen by the compiler.
 */
export function columnFault(fault: CompilerFault, known: KnownTypes): ColumnFault | undefined {
  const [, property, type = "", hint = ""] = PROPERTY.exec(fault.text) ?? [];
  if (property) return absent(property, alternatives(type), hint, known);
  for (const line of [fault.text, ...fault.because]) {
    const found = unknownName(line, known) ?? missingFrom(line, known);
    if (found) return found;
  }
  return undefined;
}

function unknownName(line: string, known: KnownTypes): ColumnFault | undefined {
  const [, name = "", target = "", meant] = NAME.exec(line) ?? [];
  const rows = alternatives(target).flatMap(rowsNamedBy);
  const found = rows.length ? absent(name, rows, meant ? ` Did you mean '${meant}'?` : "", known) : undefined;
  return found && {...found, quoted: `"${name}"`};
}

/** Returns the rows whose column a type is the name of: “ColumnOf<RowOf_x>”, “ChannelOf<…>”, but not “Column<…>”. */
function rowsNamedBy(type: string): string[] {
  return alternatives(/^(?:ColumnOf|ChannelOf)<(.*)>$/.exec(type)?.[1] ?? "").filter(Boolean);
}

function absent(
  name: string,
  rows: string[],
  hint: string,
  {snapshots}: KnownTypes
): ColumnFault | undefined {
  const isMadeHere = rows.length === 1 && rows[0]!.startsWith("{") && !isRow(rows[0]!);
  if (isMadeHere && hint)
    return {text: `no column ${name} in rows that the page makes.${hint}`, names: [name]};
  if (!rows.every(isRow) || rows.some((row) => hasColumn(row, name, snapshots))) return undefined;
  return {text: `no column ${name} in ${inWords(rows, snapshots)}${hint && `.${hint}`}`, names: [name]};
}

function missingFrom(line: string, {snapshots, componentTypes}: KnownTypes): ColumnFault | undefined {
  const [, one, ofOne, byOne] = MISSING.exec(line) ?? [];
  const [, ofSeveral, bySeveral, several] = SEVERAL_MISSING.exec(line) ?? [];
  const [row, asking, list] = [ofOne ?? ofSeveral, byOne ?? bySeveral, one ?? several];
  if (!row || !asking || !list || !isRow(row) || !componentTypes.has(asking)) return undefined;
  const names = list.replace(/, and \d+ more\.$/, "").split(", ");
  const text = `no column ${list.replace(/\.$/, "")} in ${inWords([row], snapshots)}; the component’s ${asking} has it`;
  return {text, names};
}

function isRow(type: string): boolean {
  return ROW.test(type) || isCopy(type);
}

/** Returns whether a type is that of copies of rows, which still carry the snapshot’s name. */
function isCopy(type: string): boolean {
  return type.startsWith("{") && flat(type).includes(" [snapshot]?: ");
}

function hasColumn(row: string, name: string, snapshots: SnapshotShape[]): boolean {
  const property = new RegExp(`[{;] "?${name.replace(/\W/g, "\\$&")}"?\\??: `);
  return row.split(" & ").some((part) => {
    const snapshot = snapshots.find(({fileName}) => rowTypeName(fileName) === part);
    return snapshot ? snapshot.columns.some((column) => column.name === name) : property.test(flat(part));
  });
}

/** Returns the snapshots that rows are of, or are made from, as a phrase. */
function inWords(rows: string[], snapshots: SnapshotShape[]): string {
  const names = snapshots
    .map(({fileName}) => fileName)
    .filter((name) =>
      rows.some((row) => row.split(" ")[0] === rowTypeName(name) || row.includes(`"${name}"`))
    );
  return `${rows.some(isCopy) ? "rows made from " : ""}${names.join(" or ")}`;
}
