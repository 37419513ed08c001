import {createReadStream} from "node:fs";
import {readFile} from "node:fs/promises";
import {parse} from "csv-parse";
import {messageOf} from "../../error.js";
import {FetchError} from "./fetchError.js";

/** The keys under which the directory’s files hold their records, in the order in which they are looked for. */
const LISTS = [
  "all_organizations",
  "all_centers",
  "all_facilities",
  "organizations_by_state",
  "houses",
  "houses_with_vacancies",
  "recovery_community_centers",
  "recovery_community_organizations",
  "recovery_centers",
  "facilities",
  "organizations",
  "states",
  "rows",
  "records",
  "data"
];

/**
 * Reads a whole file and returns its number of records: objects of a JSON list, or lines of a CSV file with as
 * many fields as its header. Throws a FetchError where the file is cut short or is not of its format.
 */
export async function countRecords(path: string, format: "json" | "csv"): Promise<number> {
  try {
    return format === "csv" ? await countLines(path) : recordsIn(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError(`not ${format.toUpperCase()}, or cut short: ${messageOf(error)}`, {cause: error});
  }
}

function recordsIn(value: unknown): number {
  const found = Array.isArray(value) ? value : listIn(value);
  if (found === undefined)
    throw new FetchError(`no list of records in the JSON; it has none of ${LISTS.join(", ")}`);
  const lists = Array.isArray(found) ? [found] : Object.values(found).filter(Array.isArray);
  const records = lists.flat().flatMap((record) => nested(record) ?? [record]);
  if (!records.every((record) => typeof record === "object" && record !== null))
    throw new FetchError("the list of records in the JSON holds something that is no object");
  return records.length;
}

function listIn(value: unknown): unknown[] | Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const object = value as Record<string, unknown>;
  const key = LISTS.find((name) => typeof object[name] === "object" && object[name] !== null);
  return key === undefined ? undefined : (object[key] as unknown[] | Record<string, unknown>);
}

/** Centers are also published as {state, centers: [record]}. */
function nested(record: unknown): unknown[] | undefined {
  const {centers} = (record ?? {}) as {centers?: unknown};
  return Array.isArray(centers) ? centers : undefined;
}

async function countLines(path: string): Promise<number> {
  let count = 0;
  const lines = createReadStream(path).pipe(parse({columns: true, bom: true}));
  for await (const _ of lines) count++;
  return count;
}
