import {UserError} from "../error.js";
import type {Warehouse} from "../warehouse/open.js";

/** Returns the value of a row of meta.parameters; throws if there is none of that name. */
export async function readParameter(warehouse: Warehouse, name: string): Promise<number> {
  const [row] = await warehouse.rows<{value: number}>(
    "select value from meta.parameters where name = $name",
    {name}
  );
  if (!row) throw new UserError(`no such parameter: ${name}; add it to a file in sql/parameters`);
  return row.value;
}
