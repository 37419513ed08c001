import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {loadReference} from "../../src/pipeline/loadReference.js";
import type {Warehouse} from "../../src/warehouse/open.js";
import {seededWarehouse} from "./seededWarehouse.js";

const DENOMINATORS = join(process.env.WORKBENCH_SHARED_DATA ?? "../shared/data", "denominators");

let warehouse: Warehouse | undefined;
let folder: string | undefined;

afterEach(() => {
  warehouse?.close();
  if (folder) rmSync(folder, {recursive: true});
  folder = undefined;
});

async function loaded(files: Record<string, string>): Promise<Warehouse> {
  folder = mkdtempSync(join(tmpdir(), "reference-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  warehouse = await seededWarehouse();
  await loadReference(warehouse, folder);
  return warehouse;
}

const figure = async (county: string, measure: string) =>
  (
    await warehouse!.rows<{value: number; vintage: string; method: string}>(
      "select value, vintage, method from reference.county_figures where county_fips = $county and measure = $measure",
      {county, measure}
    )
  )[0];

it("takes the newest figure of each county", async () => {
  await loaded({
    "county-2020.csv":
      "HEROP_ID,FIPS,TotPop,PovP\n050US01001,1001,55639.0,15.2\n050US01003,1003,218289.0,9.2\n",
    "county-2023.csv": "HEROP_ID,FIPS,TotPop\n050US01001,1001,59285\n"
  });
  expect(await figure("01001", "population")).toEqual({value: 59285, vintage: "2023", method: "given"});
  expect(await figure("01003", "population")).toEqual({value: 218289, vintage: "2020", method: "given"});
  expect(await figure("01001", "poverty_percent")).toEqual({value: 15.2, vintage: "2020", method: "given"});
});

it("joins the two halves of Valdez–Cordova: counts add up, rates weigh by residents", async () => {
  await loaded({"ak-2023.csv": "GEOID,TotPop,PovP\n02063,7000,10\n02066,2600,20\n"});
  expect(await figure("02261", "population")).toMatchObject({value: 9600, method: "crosswalk"});
  const rate = await figure("02261", "poverty_percent");
  expect(rate!.value).toBeCloseTo((10 * 7102 + 20 * 2617) / (7102 + 2617), 9);
});

it("joins no county from a part of it", async () => {
  await loaded({"ak-2023.csv": "GEOID,TotPop\n02063,7000\n"});
  expect(await figure("02261", "population")).toBeUndefined();
});

it("shares Connecticut's planning regions out to the counties they replaced", async () => {
  const regions = ["09110", "09120", "09130", "09140", "09150", "09160", "09170", "09180", "09190"];
  const census2020 = [976248, 325778, 174225, 450376, 95348, 112503, 570487, 280430, 620549];
  const rows = regions.map((fips, i) => `${fips},${census2020[i]}`);
  await loaded({"ct-2022.csv": `GEOID,TotPop\n${rows.join("\n")}\n`});
  // 2020 Census, P.L. 94-171: Fairfield, Hartford, Litchfield, Middlesex, New Haven, New London, Tolland, Windham.
  const counties = [957419, 899498, 185186, 164245, 864835, 268555, 149788, 116418];
  for (const [i, people] of counties.entries())
    expect((await figure(`090${String(2 * i + 1).padStart(2, "0")}`, "population"))!.value).toBeCloseTo(
      people,
      6
    );
});

it("renames what was renamed", async () => {
  await loaded({"old-2012.csv": "GEOID,TotPop\n46113,13000\n02270,7500\n"});
  expect(await figure("46102", "population")).toMatchObject({value: 13000, method: "crosswalk"});
  expect(await figure("02158", "population")).toMatchObject({value: 7500, method: "crosswalk"});
});

it("uses ZIP code areas in the states that they cover and places elsewhere", async () => {
  await loaded({"zips.csv": "GEOID,Y,X,POP,state\n60602,41.8838,-87.632,1204,17\n"});
  const kinds = await warehouse!.rows(
    `select state, kind, count(*)::integer as points from reference.population_points
     where state in ('IL', 'RI') group by all order by state`
  );
  expect(kinds[0]).toEqual({state: "IL", kind: "zcta", points: 1});
  expect(kinds[1]).toMatchObject({state: "RI", kind: "place"});
});

describe("without a reference folder", () => {
  it("counts nobody twice: places add up to no more than each state's residents", async () => {
    warehouse = await seededWarehouse();
    await loadReference(warehouse, null);
    const over = await warehouse.rows(
      `select state, sum(population)::integer as people from reference.places join reference.states using (state)
       where kind <> 'territory' group by state, population_2020 having people > 1.05 * population_2020`
    );
    expect(over).toEqual([]);
    const [newYork] = await warehouse.rows<{places: number; people: number}>(
      `select count(*)::integer as places, sum(population)::integer as people from reference.places
       where county_fips in ('36005', '36047', '36061', '36081', '36085')`
    );
    // GeoNames: Brooklyn 2,300,664, Queens 2,272,771, Manhattan 1,487,536, the Bronx 1,385,108, Staten Island 468,730.
    expect(newYork).toEqual({places: 5, people: 7_914_809});
  });

  it("says which folder cannot be read", async () => {
    warehouse = await seededWarehouse();
    await expect(loadReference(warehouse, "/nowhere")).rejects.toThrow(
      "reference folder not readable: /nowhere"
    );
  });
});

describe.skipIf(!existsSync(DENOMINATORS))("on real denominators (skipped where they are absent)", () => {
  it("covers every county of the states and sums to the states within 3 %", async () => {
    warehouse = await seededWarehouse();
    await loadReference(warehouse, DENOMINATORS);
    const off = await warehouse.rows(
      `select state, sum(value)::integer as people, population_2020
       from reference.counties join reference.states using (state)
       left join reference.county_figures on county_figures.county_fips = counties.county_fips and measure = 'population'
       where states.region is not null group by state, population_2020
       having count(*) <> count(value) or abs(sum(value) / population_2020 - 1) > 0.03`
    );
    expect(off).toEqual([]);
  });
});
