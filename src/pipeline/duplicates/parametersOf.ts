import {UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";

/** Reads meta.parameters and returns a function from a parameter’s name to its value; it throws for an unknown one. */
export async function parametersOf(warehouse: Warehouse): Promise<(name: string) => number> {
  const rows = await warehouse.rows<{name: string; value: number}>("select name, value from meta.parameters");
  const values = new Map(rows.map(({name, value}) => [name, value]));
  return (name) => {
    const value = values.get(name);
    if (value === undefined)
      throw new UserError(`no parameter: ${name}; add a row to sql/parameters/duplicates.csv`);
    return value;
  };
}
