import {type Config, warehousePath} from "../config.js";
import {Warehouse} from "../warehouse/open.js";

/** Opens the published warehouse for reading. */
export async function ensureWarehouse(config: Config): Promise<Warehouse> {
  return Warehouse.open(warehousePath(config), {readOnly: true});
}
