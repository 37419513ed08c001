import {loadSeeds} from "../../src/pipeline/loadSeeds.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse, type OpenOptions} from "../../src/warehouse/open.js";

/** Returns a warehouse, private unless a path is given, with its migrations, seeds and parameters, and the scratch databases. */
export async function seededWarehouse(path = ":memory:", options: OpenOptions = {}): Promise<Warehouse> {
  const warehouse = await Warehouse.open(path, options);
  await migrate(warehouse);
  for (const scratch of ["raw", "staging", "conformed"]) await warehouse.attachScratch(scratch);
  await loadSeeds(warehouse);
  return warehouse;
}
