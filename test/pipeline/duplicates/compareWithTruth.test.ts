import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {compareWithTruth} from "../../../src/pipeline/duplicates/compareWithTruth.js";
import type {Warehouse} from "../../../src/warehouse/open.js";
import {seededWarehouse} from "../seededWarehouse.js";

const folder = mkdtempSync(join(tmpdir(), "truth-"));
const path = join(folder, "records.csv");
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await seededWarehouse();
  // Joined as a, b, c; in truth a and b are one place, c and d another, and nothing is known of e.
  const sites = {a: "a", b: "a", c: "a", d: "d", e: "e"};
  for (const [i, [id, site]] of Object.entries(sites).entries()) {
    await warehouse.run("insert into analysis.site_members values ($id, $site, false)", {id, site});
    await warehouse.run(
      `insert into meta.ledger by name
       select $i as record_id, 's' as source, 'f.json' as file, $i as position, 'x' as sha256,
         'loaded' as disposition, $id as organization_id`,
      {i: i + 1, id}
    );
  }
  writeFileSync(path, "file,position,site_id\nf.json,1,x\nf.json,2,x\nf.json,3,y\nf.json,4,y\n");
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

it("counts the pairs that were joined, those that are one place, and those that are both", async () => {
  // Joined: ab, ac, bc. True: ab, cd. Both: ab.
  expect(await compareWithTruth(warehouse, path)).toEqual({
    found: 3,
    truth: 2,
    correct: 1,
    precision: 1 / 3,
    recall: 1 / 2,
    f1: 2 / 5
  });
});

it("says nothing where no file tells the truth", async () => {
  expect(await compareWithTruth(warehouse, join(folder, "none.csv"))).toBeUndefined();
});
