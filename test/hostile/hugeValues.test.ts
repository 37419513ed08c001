import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {Directory} from "./directory.js";

const HUGE = 200 << 20;

describe.runIf(process.env.WORKBENCH_TEST_ALL)("a text of 200 MB (WORKBENCH_TEST_ALL is set)", () => {
  let directory: Directory;
  beforeAll(async () => {
    directory = await Directory.open();
  });
  afterAll(() => directory.close());

  it("in JSON is set aside with its hash, and what stands around it is loaded", async () => {
    const text = Buffer.concat([
      Buffer.from('{"all_facilities": [{"id": "A", "name": "A"}, {"id": "B", "name": "'),
      Buffer.alloc(HUGE, "x"),
      Buffer.from('"}, {"id": "C", "name": "C"}]}')
    ]);
    await directory.load({"treatment_centers_master.json": text});
    await expectMiddleSetAside();
  });

  it("in a table too", async () => {
    const text = Buffer.concat([
      Buffer.from("name1,street1,city,state,zip\nA,,,,1\nB,"),
      Buffer.alloc(HUGE, "x"),
      Buffer.from(",,,2\nC,,,,3\n")
    ]);
    await directory.load({"export.csv": text});
    await expectMiddleSetAside();
  });

  async function expectMiddleSetAside(): Promise<void> {
    expect((await directory.ledger()).map((d) => d.disposition)).toEqual(["loaded", "quarantined", "loaded"]);
    const [row] = await directory.warehouse.rows<{n: number; reason: string}>(
      "select length(raw)::integer as n, fault as reason from raw.records where record_id = 2"
    );
    expect(row!.n).toBeGreaterThan(HUGE);
    expect(row!.reason).toMatch(/^210 MB, larger than a record may be/);
  }
});
