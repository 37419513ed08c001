import {type Config, warehousePath} from "../../config.js";
import {messageOf} from "../../error.js";
import {writeAllSnapshots} from "../../snapshots/writeAllSnapshots.js";
import {Warehouse} from "../../warehouse/open.js";
import {createBackup} from "../backup/createBackup.js";
import {changeNote, keepChangeNote} from "../changeNote.js";

/**
 * Refreshes the snapshots, keeps the change note and backs up a warehouse that has just been published. The
 * publication stands whatever fails here; each failure is returned as a warning.
 */
export async function afterPublish(config: Config, snapshots: string | null, now: Date): Promise<string[]> {
  const warnings: string[] = [];
  const attempt = async (what: string, callback: () => Promise<unknown>) => {
    await callback().catch((error: unknown) => warnings.push(`${what}: ${messageOf(error)}`));
  };
  const published = await Warehouse.open(warehousePath(config), {readOnly: true});
  try {
    if (snapshots !== null)
      await attempt("published, but snapshots are not refreshed", () =>
        writeAllSnapshots(published, snapshots)
      );
    await attempt("published, but the change note is not kept", async () =>
      keepChangeNote(config, await changeNote(published))
    );
  } finally {
    published.close();
  }
  await attempt("published, but not backed up", () => createBackup(config, {type: "post_update", now}));
  return warnings;
}
