import {basename} from "node:path";
import {messageOf, UserError} from "../../error.js";
import {readMapped} from "../../sources/mapping/readMapped.js";
import {readMapping} from "../../sources/mapping/readMapping.js";
import {readCsv} from "../../sources/readCsv.js";
import {readJson} from "../../sources/readJson.js";
import {recognize} from "../../sources/recognize.js";
import type {Source} from "../../sources/source.js";
import {FetchError} from "./fetchError.js";

/**
 * Reads a downloaded file as the build would, by its mapping where it has one, and returns its number of records.
 * Throws a FetchError where no source reads such a file, or where it is broken or cut short.
 */
export async function countRecords(path: string, mapping: string | null): Promise<number> {
  try {
    if (mapping !== null) return (await readMapped(path, readMapping(mapping), () => undefined)).readCount;
    const source = recognize(path);
    if (!source)
      throw new FetchError(`no source reads ${basename(path)}; put a mapping beside it (workbench inspect)`);
    return await (source.csvColumns ? countRows(path) : countObjects(path, source));
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof FetchError) throw error;
    const [, reason] = messageOf(error)
      .replace(/; mend the file.*$/, "")
      .split(`${path}: `);
    throw new FetchError(`broken or cut short: ${reason ?? messageOf(error)}`, {cause: error});
  }
}

async function countObjects(path: string, source: Source): Promise<number> {
  const {lists} = await readJson(path, source, () => undefined);
  const count = lists.find((length) => length > 0);
  if (count !== undefined) return count;
  throw new FetchError(`no records: sought ${source.lists!.map((list) => list.path.join(".")).join(", ")}`);
}

/** A last row with too few cells is what a transfer leaves that ended early. */
async function countRows(path: string): Promise<number> {
  let fault: string | undefined;
  const count = await readCsv(path, (record) => (fault = record.fault));
  if (fault) throw new FetchError(`broken or cut short: its last row has ${fault}`);
  return count;
}
