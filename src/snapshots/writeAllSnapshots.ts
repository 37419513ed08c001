import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {runInLanes} from "../warehouse/lanes.js";
import type {Warehouse} from "../warehouse/open.js";
import {CATALOG, snapshotCatalog} from "./snapshotCatalog.js";
import {SNAPSHOT_FORMATS, snapshotList} from "./snapshotList.js";
import {readStamps, snapshotStamps, writeStamps} from "./snapshotStamps.js";
import type {TableHashes} from "./tableHashes.js";
import {writeSnapshot} from "./writeSnapshot.js";

export interface WriteAllOptions {
  /** The folder of SELECTs. */
  loaders?: string;
  /** What is known of the warehouse’s tables; nothing unless it is given. */
  hashes?: TableHashes;
  /** Called before each snapshot with its file name and the share already done. */
  onSnapshot?: (fileName: string, share: number) => void;
}

const STAMPS = "stamps";

/**
 * Writes every snapshot into the given folder and returns the names of the files that changed. A file is
 * written only if its SELECT or what that reads of the warehouse has changed since it was written; files of snapshots
 * that no longer exist are removed. One process for all takes a fraction of the time that Framework needs to start
 * one for each.
 */
export async function writeAllSnapshots(
  warehouse: Warehouse,
  folder: string,
  {loaders, hashes, onSnapshot}: WriteAllOptions = {}
): Promise<string[]> {
  mkdirSync(folder, {recursive: true});
  const stampsPath = join(folder, STAMPS);
  const snapshots = snapshotList(loaders);
  const earlier = readStamps(stampsPath);
  const current = await snapshotStamps(warehouse, snapshots, {hashes});
  const gone = readdirSync(folder).filter((name) => isOutput(name) && !(name in current));
  for (const name of gone) rmSync(join(folder, name));
  const changed = snapshots.filter(
    ({fileName}) => earlier[fileName] !== current[fileName] || !existsSync(join(folder, fileName))
  );
  const written = {...current};
  for (const {fileName} of changed) delete written[fileName];
  writeStamps(stampsPath, written);
  await runInLanes(
    warehouse,
    changed.map((snapshot, i) => ({
      name: snapshot.fileName,
      after: [],
      run: async (lane) => {
        onSnapshot?.(snapshot.fileName, i / changed.length);
        const path = join(folder, snapshot.fileName);
        await writeSnapshot(lane, snapshot, `${path}.writing`);
        renameSync(`${path}.writing`, path);
      }
    }))
  );
  if (changed.length || gone.length || !existsSync(join(folder, CATALOG)))
    writeFileSync(join(folder, CATALOG), JSON.stringify(await snapshotCatalog(warehouse, loaders)));
  writeStamps(stampsPath, current);
  // Says that the snapshots are no older than the warehouse; see dropStaleSnapshots.
  utimesSync(folder, new Date(), new Date());
  return changed.map(({fileName}) => fileName);
}

/** Says whether a file is a snapshot; a file with a number at its end is one that Framework is writing. */
function isOutput(name: string): boolean {
  return name !== CATALOG && SNAPSHOT_FORMATS.some((format) => name.endsWith(`.${format}`));
}
