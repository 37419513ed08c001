import {copyFileSync, existsSync, renameSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {type Config, warehousePath} from "../config.js";
import {Warehouse} from "../warehouse/open.js";
import {syncFile} from "./durable.js";
import {withLock} from "./lock.js";

/**
 * Changes the published warehouse without a build: the callback gets a copy, which then takes its place by rename.
 * The previous warehouse, to which a rollback goes back, stays as it is. Does nothing where nothing is published.
 */
export async function amendPublished(
  config: Config,
  callback: (copy: Warehouse) => Promise<void>
): Promise<void> {
  const published = warehousePath(config);
  if (!existsSync(published)) return;
  await withLock(config, async () => {
    const candidate = join(config.state, `amended-${process.pid}.duckdb`);
    try {
      copyFileSync(published, candidate);
      const warehouse = await Warehouse.open(candidate);
      await callback(warehouse).finally(() => warehouse.close());
      syncFile(candidate);
      renameSync(candidate, published);
      syncFile(dirname(published));
    } finally {
      for (const path of [candidate, `${candidate}.wal`]) rmSync(path, {force: true});
    }
  });
}
