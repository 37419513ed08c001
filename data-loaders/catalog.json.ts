// Framework runs this where the workbench has not written the catalogue with the snapshots.
import {readConfig} from "../src/config.js";
import {ensureWarehouse} from "../src/pipeline/ensureWarehouse.js";
import {snapshotCatalog} from "../src/snapshots/snapshotCatalog.js";

const warehouse = await ensureWarehouse(readConfig());
process.stdout.write(JSON.stringify(await snapshotCatalog(warehouse)));
warehouse.close();
