import type {Warehouse} from "./open.js";

/** Rows to a batch: its text stays far below the longest string that V8 can hold. */
const BATCH_ROWS = 100_000;

/**
 * Returns the columns of a SELECT by name, three to five times faster than Warehouse.columns: DuckDB writes each
 * column of a batch as one JSON text, so that one call crosses into JavaScript where there was one for each value of
 * more than twelve bytes. Numbers, booleans, texts, lists and structures come as themselves, all others as text. Rows
 * come in no particular order, the same in every column. A number that JSON cannot hold (NaN, an infinity) throws.
 */
export async function readInBulk<T = Record<string, unknown>>(
  warehouse: Warehouse,
  select: string
): Promise<{[K in keyof T]: T[K][]}> {
  const described = await warehouse.rows<{column_name: string}>(`describe ${select}`);
  const names = described.map(({column_name: name}) => name);
  const columns = Object.fromEntries(names.map((name) => [name, [] as unknown[]]));
  const texts = names.map((_, i) => `to_json(list(columns_read.c${i}))::varchar as c${i}`).join(", ");
  const aliases = names.map((_, i) => `c${i}`).join(", ");
  const batches = warehouse.chunks(
    `select ${texts}
     from (select *, (row_number() over () - 1) // ${BATCH_ROWS} as batch from (${select}) as selected(${aliases})) as columns_read
     group by batch order by batch`
  );
  for await (const chunk of batches)
    for (const [i, name] of names.entries())
      for (const text of chunk.getColumnValues(i))
        columns[name] = columns[name]!.concat(JSON.parse(text as string) as unknown[]);
  return columns as {[K in keyof T]: T[K][]};
}
