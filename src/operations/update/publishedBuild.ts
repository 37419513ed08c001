import {existsSync} from "node:fs";
import {type Config, warehousePath} from "../../config.js";
import {UserError} from "../../error.js";
import {Warehouse} from "../../warehouse/open.js";

export interface PublishedBuild {
  buildId: string;
  fingerprint: string;
  /** ISO 8601, UTC. */
  builtAt: string;
}

/** Returns which build is published; null where nothing is. */
export async function publishedBuild(config: Config): Promise<PublishedBuild | null> {
  const path = warehousePath(config);
  return existsSync(path) ? readBuild(path) : null;
}

/** Returns which build a warehouse file is. */
export async function readBuild(path: string): Promise<PublishedBuild> {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    const [row] = await warehouse.rows<{build_id: string; fingerprint: string; built_at: Date}>(
      "select build_id, fingerprint, built_at from meta.builds"
    );
    if (!row) throw new UserError(`no build recorded in ${path}; run workbench migrate`);
    return {buildId: row.build_id, fingerprint: row.fingerprint, builtAt: row.built_at.toISOString()};
  } finally {
    warehouse.close();
  }
}
