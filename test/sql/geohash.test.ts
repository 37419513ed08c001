import ngeohash from "ngeohash";
import {afterAll, beforeAll, expect, it} from "vitest";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

/** Compares the macro with the ngeohash package on the points of a query with columns latitude and longitude. */
async function differences(points: string): Promise<unknown[]> {
  const {latitude, longitude, geohash} = await warehouse.columns(
    `select latitude, longitude, main.encode_geohash(latitude, longitude, 12) as geohash from (${points})`
  );
  return (geohash as string[])
    .map((ours, i) => ({ours, theirs: ngeohash.encode(latitude![i] as number, longitude![i] as number, 12)}))
    .filter(({ours, theirs}) => ours !== theirs);
}

it("equals the reference library on 100,000 random points", async () => {
  await warehouse.run("select setseed(0.5)");
  expect(
    await differences(
      "select random() * 180 - 90 as latitude, random() * 360 - 180 as longitude from range(100000)"
    )
  ).toEqual([]);
});

it("equals the reference library at the poles, on the date line and on the edges of cells", async () => {
  const edges = `
    select unnest([-90, -89.999999, -45, -22.5, 0, 1e-12, 11.25, 45, 89.999999, 90]::double[]) as latitude`;
  expect(
    await differences(
      `select latitude, unnest([-180, -179.999999, -90, -45, 0, 1e-12, 5.625, 90, 179.999999, 180]::double[]) as longitude from (${edges})`
    )
  ).toEqual([]);
});

it("gives the published examples", async () => {
  const [row] = await warehouse.rows(
    "select main.encode_geohash(57.64911, 10.40744, 11) as jutland, main.encode_geohash(42.6, -5.6, 5) as leon"
  );
  expect(row).toEqual({jutland: "u4pruydqqvj", leon: "ezs42"});
});

it("gives null for a missing or impossible point", async () => {
  const [row] = await warehouse.rows(
    "select main.encode_geohash(null, 1, 8) as a, main.encode_geohash(91, 1, 8) as b, main.encode_geohash(1, -181, 8) as c"
  );
  expect(row).toEqual({a: null, b: null, c: null});
});
