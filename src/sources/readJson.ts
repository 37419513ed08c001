import {setImmediate} from "node:timers/promises";
import {messageOf, UserError} from "../error.js";
import {jsonChunks} from "./jsonChunks.js";
import {JsonScanner, JsonSyntaxError, type JsonSpan, type Wanted} from "./jsonScanner.js";
import type {FoundRecord} from "./recordSink.js";
import type {RecordList, Source} from "./source.js";

const LARGEST_STATEMENT = 1 << 20;

/** What a JSON file says of itself outside its records, such as extraction_date. */
export type Statements = Record<string, unknown>;

/**
 * Reads the records of a JSON source file as a stream, each with its own bytes, and returns what the
 * file says of itself. What else waits for its turn gets it after each chunk. Throws a UserError with line and column where the document is broken, or with the
 * keys that were sought where it holds no list of records.
 */
export async function readJson(
  path: string,
  source: Pick<Source, "lists">,
  found: (record: FoundRecord) => void
): Promise<{statements: Statements; lists: number[]}> {
  const lists = source.lists ?? [];
  const counts = lists.map(() => 0);
  const statements: Statements = {};
  const last: {at: string[]; list: number} = {at: [], list: -1};
  const take = ({path: at, line, bytes}: JsonSpan) => {
    // All records of an array have one path.
    if (last.at !== at)
      Object.assign(last, {at, list: lists.findIndex((d) => matches(d.path, at) === "take")});
    const {list} = last;
    const of = lists[list];
    if (!of) return void state(statements, at, bytes);
    if (!of.group) found({bytes, list, position: ++counts[list]!, line, context: label(of, at)});
    else {
      for (const record of groupedRecords(of.group, bytes, line))
        found({...record, list, position: ++counts[list]!, context: record.context ?? label(of, at)});
    }
  };
  await scan(path, lists, take);
  if (!counts.some((n) => n > 0) && !counts.length) throw new UserError(`no records sought in ${path}`);
  return {statements, lists: counts};
}

async function scan(path: string, lists: RecordList[], take: (span: JsonSpan) => void): Promise<void> {
  const want = (at: string[]): Wanted => {
    const wanted = lists.map((d) => matches(d.path, at));
    if (wanted.includes("take")) return "take";
    if (wanted.includes("enter")) return "enter";
    return at.length === 1 ? "take" : "skip";
  };
  const scanner = new JsonScanner(want, take);
  try {
    for (const chunk of jsonChunks(path)) {
      scanner.push(chunk);
      await setImmediate();
    }
    scanner.end();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new UserError(`malformed JSON: ${path}: ${messageOf(error)}; mend the file or fetch it again`, {
      cause: error
    });
  }
}

/** Says whether a place in the document is a record of the list, leads to one, or neither. */
function matches(pattern: string[], at: string[]): Wanted {
  if (at.length > pattern.length) return "skip";
  if (!at.every((key, i) => (pattern[i] === "{}" ? key !== "*" : pattern[i] === key))) return "skip";
  return at.length === pattern.length ? "take" : "enter";
}

function label({path}: RecordList, keys: string[]): string | null {
  const at = path.indexOf("{}");
  return at < 0 ? null : keys[at]!;
}

/** Returns the records of one group of a list, each with the group’s label. */
function groupedRecords(
  {records, label: labelKey}: NonNullable<RecordList["group"]>,
  bytes: Buffer,
  line: number
): Omit<FoundRecord, "list" | "position">[] {
  const inner: JsonSpan[] = [];
  let context: string | null = null;
  const want = (at: string[]): Wanted =>
    at.length === 0 || (at.length === 1 && at[0] === records) ? "enter" : "take";
  const scanner = new JsonScanner(want, (span) => {
    if (span.path[0] === records) inner.push(span);
    else if (span.path[0] === labelKey) context = String(parsed(span.bytes));
  });
  scanner.push(bytes);
  scanner.end();
  return inner.map((span) => ({bytes: span.bytes, line: line + span.line - 1, context}));
}

function state(statements: Statements, at: string[], bytes: Buffer): void {
  if (at.length === 1 && bytes.length <= LARGEST_STATEMENT) statements[at[0]!] = parsed(bytes);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch {
    return null;
  }
}
