import {ensureWarehouse, openPublished} from "../../pipeline/ensureWarehouse.js";
import {sitePaths, snapshotFolder} from "../../site/sitePaths.js";
import {snapshotList} from "../../snapshots/snapshotList.js";
import {writeAllSnapshots} from "../../snapshots/writeAllSnapshots.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Write the snapshots that pages read",
  usage: ["snapshot [FOLDER] [--published] [--json]"],
  details:
    "Writes the rows of each SELECT in data-loaders/ as Parquet or JSON, into the given folder or where the site is built from; those that are up to date stay as they are.",
  positionals: 1,
  options: {
    published: {
      type: "boolean",
      description:
        "of the published warehouse as it is, though its inputs may have changed since it was built"
    },
    json: {type: "boolean", description: "print the names as JSON"}
  },
  async run({values, positionals, config, output}) {
    const folder = positionals[0] ?? snapshotFolder(sitePaths());
    const warehouse = await (values.published ? openPublished(config) : ensureWarehouse(config));
    const written = await writeAllSnapshots(warehouse, folder, {
      onSnapshot: (fileName, share) => output.progress(`snapshot ${fileName}`, share)
    });
    warehouse.close();
    output.done();
    const total = snapshotList().length;
    if (values.json) output.json({folder, total, written});
    else output.line(`${folder}: ${total} snapshots, ${written.length} written`);
  }
};
