import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {createExport} from "../../../src/operations/export/createExport.js";
import {publishFixture} from "../warehouseFixture.js";

const PLAN =
  `id name organization_type address_street address_city address_state address_zip latitude longitude geohash
  phone email website services certifications demographics capacity data_source extraction_date last_updated
  is_narr_certified certification_type operator funding_sources`.split(/\s+/);

let fixture: Awaited<ReturnType<typeof publishFixture>>;
beforeAll(async () => {
  fixture = await publishFixture();
});
afterAll(() => fixture.remove());

it("gives organizations the plan’s columns first, lists as arrays and capacity as an object", async () => {
  const {path} = await createExport(fixture.config, "json", {now: new Date(0)});
  const rows = JSON.parse(readFileSync(join(path, "organizations.json"), "utf8")) as Record<
    string,
    unknown
  >[];
  const lines = readFileSync(join(path, "organizations.jsonl"), "utf8").trim().split("\n");
  expect(Object.keys(rows[0]!).slice(0, PLAN.length)).toEqual(PLAN);
  expect(rows[0]).toMatchObject({
    address_zip: "01234",
    services: ["Peer support", "a,b", null],
    capacity: {total_beds: 8}
  });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
});

it("writes Parquet by state into one folder a state, and one for organizations without", async () => {
  const {path} = await createExport(fixture.config, "parquet", {now: new Date(0)});
  expect(readdirSync(join(path, "by_state", "organizations")).sort()).toEqual([
    "address_state=MA",
    "address_state=TX",
    "address_state=__HIVE_DEFAULT_PARTITION__"
  ]);
  expect(readdirSync(join(path, "flat"))).toContain("organization_services.parquet");
});
