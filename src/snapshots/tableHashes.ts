import type {ReuseOfBuild} from "../pipeline/reuseWarehouse.js";
import {buildIdentity} from "../pipeline/recordBuild.js";
import type {Warehouse} from "../warehouse/open.js";

/**
 * Remembers what identifies the rows of tables while one process sees a warehouse being remade in part, so that it need
 * not read those that stay. Tables of meta are never remembered: they also change without a build.
 */
export class TableHashes {
  private build: string | undefined;
  private readonly hashes = new Map<string, string>();

  /** Forgets everything unless it is of the given warehouse’s build. */
  async attend(warehouse: Warehouse): Promise<void> {
    const build = await buildIdentity(warehouse);
    if (build !== this.build) this.hashes.clear();
    this.build = build;
  }

  /** Goes on to a build that began with the one before, and forgets what it made anew. */
  follow({from, to, remade}: ReuseOfBuild): void {
    if (from !== this.build) return;
    this.build = to;
    for (const name of remade) this.hashes.delete(name);
  }

  /** Returns the hash of the table “schema.name”, made by the callback if it is not known. */
  async of(name: string, make: () => Promise<string>): Promise<string> {
    const found = this.hashes.get(name) ?? (await make());
    if (!name.startsWith("meta.")) this.hashes.set(name, found);
    return found;
  }
}
