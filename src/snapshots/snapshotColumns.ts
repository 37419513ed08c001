import {UserError} from "../error.js";
import {naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import type {SqlFile} from "../warehouse/sqlFile.js";

export interface SnapshotColumn {
  name: string;
  type: string;
}

/** The column types that reach JavaScript as plain booleans, numbers, strings or dates, in Parquet and in JSON. */
const PORTABLE_TYPES = ["BOOLEAN", "INTEGER", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP"];

/**
 * Returns the columns of a snapshot’s SELECT. Throws where the SELECT does not bind, or where a column has a
 * type that JavaScript cannot hold exactly, such as BIGINT or DECIMAL.
 */
export async function snapshotColumns(warehouse: Warehouse, file: SqlFile): Promise<SnapshotColumn[]> {
  const rows = await naming(file, () =>
    warehouse.rows<{column_name: string; column_type: string}>(`describe ${file.text}`)
  );
  for (const {column_name, column_type} of rows) {
    if (!PORTABLE_TYPES.includes(column_type))
      throw new UserError(
        `${file.path}: column ${column_name} is ${column_type}; cast it to one of ${PORTABLE_TYPES.join(", ")}`
      );
  }
  return rows.map(({column_name, column_type}) => ({name: column_name, type: column_type}));
}
