import {messageOf, UserError} from "../../error.js";
import {readCsv, readCsvHeader} from "../../sources/readCsv.js";
import {readJson} from "../../sources/readJson.js";
import {SOURCES} from "../../sources/sourceList.js";
import {FetchError} from "./fetchError.js";

/**
 * Reads a downloaded file as the build would read it under the given name, and returns its number of records.
 * Throws a FetchError where no source reads such a file, or where it is broken or cut short.
 */
export async function countRecords(path: string, file: string): Promise<number> {
  try {
    return file.toLowerCase().endsWith(".csv") ? await countRows(path) : await countObjects(path, file);
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof FetchError) throw error;
    const [, reason] = messageOf(error)
      .replace(/; mend the file.*$/, "")
      .split(`${path}: `);
    throw new FetchError(`broken or cut short: ${reason ?? messageOf(error)}`, {cause: error});
  }
}

async function countObjects(path: string, file: string): Promise<number> {
  const source = SOURCES.find((known) => known.file === file);
  if (!source) {
    const names = SOURCES.flatMap((known) => known.file ?? []);
    throw new FetchError(`no source reads ${file}; use one of ${names.join(", ")}, or a .csv file`);
  }
  const {lists} = await readJson(path, source, () => undefined);
  const count = lists.find((length) => length > 0);
  if (count !== undefined) return count;
  throw new FetchError(`no records: sought ${source.lists!.map((list) => list.path.join(".")).join(", ")}`);
}

/** A last row with too few cells is what a transfer leaves that ended early. */
async function countRows(path: string): Promise<number> {
  const columns = new Set(readCsvHeader(path).map((name) => name.toLowerCase()));
  if (!SOURCES.some(({csvColumns}) => csvColumns?.every((name) => columns.has(name))))
    throw new FetchError(`no source reads these columns: ${[...columns].slice(0, 8).join(", ")}`);
  let fault: string | undefined;
  const count = await readCsv(path, (record) => (fault = record.fault));
  if (fault) throw new FetchError(`broken or cut short: its last row has ${fault}`);
  return count;
}
