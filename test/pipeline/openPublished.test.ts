import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Config} from "../../src/config.js";
import {openPublished} from "../../src/pipeline/ensureWarehouse.js";
import {Warehouse} from "../../src/warehouse/open.js";

const state = mkdtempSync(join(tmpdir(), "published-"));
const config = {state, sources: join(state, "sources")} as Config;
beforeAll(async () => {
  const warehouse = await Warehouse.open(join(state, "warehouse.duckdb"));
  await warehouse.run("create schema meta");
  await warehouse.run("create table meta.builds as select 'of other sources' as fingerprint");
  warehouse.close();
});
afterAll(() => rmSync(state, {recursive: true}));

it("opens the published warehouse as it is, though it was built from something else", async () => {
  const warehouse = await openPublished(config);
  try {
    expect(await warehouse.rows("select fingerprint from meta.builds")).toEqual([
      {fingerprint: "of other sources"}
    ]);
    await expect(warehouse.run("drop table meta.builds")).rejects.toThrow("read-only");
  } finally {
    warehouse.close();
  }
});

it("says how to build one where there is none", async () => {
  await expect(openPublished({...config, state: join(state, "none")})).rejects.toThrow(
    "run workbench migrate to build it"
  );
});
