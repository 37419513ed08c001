import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {Warehouse} from "../../src/warehouse/open.js";
import {readSqlFolder} from "../../src/warehouse/sqlFile.js";

/** Columns that change with every commit, machine or run. */
const VOLATILE =
  /^(build_id|fingerprint|code_version|engine_version|records_archive|duration_ms|.*_ms|.*_bytes|byte_count)$/;

/** A golden file shows the beginning of a snapshot and its number of rows. */
const SHOWN_ROWS = 40;

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
});
afterAll(() => warehouse.close());

const loaders = readSqlFolder("data-loaders");

it.each(loaders.map((file) => [file.path, file] as const))("%s gives its golden rows", async (path, file) => {
  const rows = await warehouse.rows(file.text);
  const shown = rows
    .slice(0, SHOWN_ROWS)
    .map((row) =>
      JSON.stringify(row, (key, value: unknown) =>
        VOLATILE.test(key) ? "…" : typeof value === "bigint" ? Number(value) : value
      )
    );
  const text = `${rows.length} rows\n${shown.join("\n")}\n`;
  await expect(text).toMatchFileSnapshot(
    `../golden/${path.replace(/^data-loaders\//, "").replace(/\.sql$/, "")}.txt`
  );
});

it.each(loaders.map((file) => [file.path, file] as const))(
  "%s gives its rows in one order",
  async (_, file) => {
    const [first, second] = [await warehouse.rows(file.text), await warehouse.rows(file.text)];
    expect(second).toEqual(first);
  }
);
