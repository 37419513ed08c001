import {loadSeeds} from "../../src/pipeline/loadSeeds.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

/** Returns a private warehouse with its migrations, seeds and parameters, and the scratch databases. */
export async function seededWarehouse(): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
  for (const scratch of ["raw", "staging", "conformed"]) await warehouse.attachScratch(scratch);
  await loadSeeds(warehouse);
  return warehouse;
}
