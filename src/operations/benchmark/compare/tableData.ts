import type {Warehouse} from "../../../warehouse/open.js";
import {dataText, TABLES} from "./contender.js";

const BATCH = 20_000;

/** A table’s rows as JSON texts of a list of objects each, some thousand rows at a time. */
export interface TableData {
  table: (typeof TABLES)[number];
  columns: string[];
  batches: string[];
}

/** Reads what the contenders load, lists and structures as JSON within the JSON; DuckDB itself writes the texts. */
export async function readTableData(warehouse: Warehouse): Promise<TableData[]> {
  const tables: TableData[] = [];
  for (const table of TABLES) {
    const data = dataText(table);
    const columns = await warehouse.rows<{name: string}>(
      `select column_name as name from (describe ${data})`
    );
    const batches = await warehouse.rows<{batch: string}>(
      `select to_json(list(rows order by n))::varchar as batch
       from (select rows, row_number() over () - 1 as n from (${data}) as rows)
       group by n // ${BATCH} order by n // ${BATCH}`
    );
    tables.push({table, columns: columns.map(({name}) => name), batches: batches.map(({batch}) => batch)});
  }
  return tables;
}
