import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {greatCircleMiles} from "../../src/analysis/geography/greatCircle.js";
import {warehousePath} from "../../src/config.js";
import {Warehouse} from "../../src/warehouse/open.js";
import {readSqlFile} from "../../src/warehouse/sqlFile.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  const path = warehousePath({state: inject("fixtureState")});
  await warehouse.run(`attach '${path}' as fixture (read_only)`);
  await warehouse.run("copy from database fixture to memory");
  await warehouse.run("detach fixture");
});
afterAll(() => warehouse?.close());

interface Spot {
  longitude: number;
  latitude: number;
}
const milesBetween = (a: Spot, b: Spot) =>
  greatCircleMiles([a.longitude, a.latitude], [b.longitude, b.latitude]);

const LOCAL_SITES = `
  select
    first(longitude order by coordinate_precision <> 'exact', organization_id) as longitude,
    first(latitude order by coordinate_precision <> 'exact', organization_id) as latitude
  from marts.coverage_organizations
  where is_local_supply and longitude is not null
  group by site_id`;

describe("counties of organizations", () => {
  it("are given to every organization, with the method", async () => {
    const rows = await warehouse.rows<{method: string; organizations: number; counties: number}>(
      `select method, count(*)::integer as organizations, count(county_fips)::integer as counties
       from analysis.organization_counties group by method order by method`
    );
    const [all] = await warehouse.rows<{n: number}>("select count(*)::integer as n from main.organizations");
    expect(rows.reduce((sum, row) => sum + row.organizations, 0)).toBe(all!.n);
    for (const {method, organizations, counties} of rows)
      expect(counties).toBe(method === "none" ? 0 : organizations);
    expect(rows.map(({method}) => method)).toEqual(expect.arrayContaining(["none", "point", "zip"]));
  });
});

describe("access marts", () => {
  it("hold the distances that a search of all pairs finds, weighed by residents", async () => {
    const points = await warehouse.rows<Spot & {population: number}>(
      "select longitude, latitude, population from reference.population_points where state = 'RI'"
    );
    const sites = await warehouse.rows<Spot>(LOCAL_SITES);
    const sorted = points.map((point) =>
      sites.map((site) => milesBetween(point, site)).sort((a, b) => a - b)
    );
    const people = points.reduce((sum, {population}) => sum + population, 0);
    const mean = (rank: number) =>
      points.reduce((sum, {population}, i) => sum + population * sorted[i]![rank]!, 0) / people;
    const beyond = points.reduce((sum, {population}, i) => sum + (sorted[i]![0]! > 10 ? population : 0), 0);
    const [row] = await warehouse.rows<Record<string, number>>(
      `select people, nearest_miles, third_nearest_miles, share_beyond_near
       from marts.access_distance join marts.access_beyond using (area, kind, payer, people)
       where area = 'RI' and kind = 'all' and payer = 'any'`
    );
    expect(points.length).toBeGreaterThan(20);
    expect(row!.people).toBe(people);
    expect(row!.nearest_miles).toBeCloseTo(mean(0), 1);
    expect(row!.third_nearest_miles).toBeCloseTo(mean(2), 1);
    expect(row!.share_beyond_near).toBeCloseTo(beyond / people, 6);
  });

  it("hold the floating-catchment score that the formula gives", async () => {
    const homes = await warehouse.rows<Spot & {population: number; state: string}>(
      "select longitude, latitude, population, state from reference.population_points"
    );
    const sites = await warehouse.rows<Spot>(LOCAL_SITES);
    const weight = (miles: number) => (miles <= 10 ? 1 : miles <= 20 ? 0.68 : miles <= 30 ? 0.22 : 0);
    const ratios = sites.map((site) => {
      const reached = homes.reduce(
        (sum, home) => sum + home.population * weight(milesBetween(home, site)),
        0
      );
      return reached > 0 ? 1 / reached : 0;
    });
    const inState = homes.filter(({state}) => state === "MA");
    const people = inState.reduce((sum, {population}) => sum + population, 0);
    const score = (home: Spot) =>
      sites.reduce((sum, site, j) => sum + ratios[j]! * weight(milesBetween(home, site)), 0);
    const expected = inState.reduce((sum, home) => sum + home.population * score(home), 0) / people;
    const [row] = await warehouse.rows<{supply_per_100k: number}>(
      "select supply_per_100k from marts.access_catchment where area = 'MA' and kind = 'all' and payer = 'any'"
    );
    expect(expected).toBeGreaterThan(0);
    expect(row!.supply_per_100k / (100_000 * expected)).toBeCloseTo(1, 4);
  });

  it("leave out kinds of help that no record gives: they are not known", async () => {
    const kinds = await warehouse.rows<{kind: string; sites: number; rows: number}>(
      `select kind, any_value(site_count) as sites, count(area_access.area)::integer as rows
       from marts.coverage_rates left join analysis.area_access using (area, kind, payer)
       where level = 'nation' and payer = 'medicaid' group by kind`
    );
    for (const {sites, rows} of kinds) expect(rows > 0).toBe(sites > 0);
    expect(kinds.some(({sites}) => sites === 0)).toBe(true);
  });
});

describe("sites without a place", () => {
  it("make the distances of their state unknown where they are more than a fifth of its sites", async () => {
    const rows = await warehouse.rows<{
      area: string;
      sites: number;
      unplaced: number;
      counted: number;
      miles: number | null;
      counties: number;
      people: number;
    }>(
      `with listed as (
         select state, site_id, count(*) filter (where coordinate_precision <> 'none') as placed
         from marts.coverage_organizations
         where is_local_supply and organization_type = 'narr_residences' group by all
       )
       select area, site_count as sites, unplaced_site_count as unplaced, point_people as people,
         (select count(*) filter (where placed = 0)::integer from listed where listed.state = area) as counted,
         nearest_miles as miles,
         (select count(*)::integer from analysis.area_access as county join reference.counties on area = county_fips
          where county.kind = 'narr_residences' and counties.state = measures.area) as counties
       from marts.coverage_measures as measures
       where level = 'state' and kind = 'narr_residences' and payer = 'any' and people > 0`
    );
    for (const {sites, unplaced, counted, miles, counties} of rows) {
      expect(unplaced).toBe(counted);
      expect(miles === null).toBe(unplaced > sites / 5);
      expect(counties === 0).toBe(unplaced > sites / 5);
    }
    const unknown = rows.filter(({miles}) => miles === null);
    expect(unknown.length).toBeGreaterThan(0);
    const [nation] = await warehouse.rows<{people: number; miles: number; unplaced: number}>(
      `select point_people as people, nearest_miles as miles, unplaced_site_count as unplaced
       from marts.coverage_measures where level = 'nation' and kind = 'narr_residences' and payer = 'any'`
    );
    const known = rows.filter(({miles}) => miles !== null);
    const people = known.reduce((sum, row) => sum + row.people, 0);
    expect(nation!.people).toBe(people);
    expect(nation!.miles).toBeCloseTo(
      known.reduce((sum, row) => sum + row.people * row.miles!, 0) / people,
      0
    );
    expect(nation!.unplaced).toBeGreaterThanOrEqual(rows.reduce((sum, row) => sum + row.unplaced, 0));
  });

  it("are no missing step of a county", async () => {
    const rows = await warehouse.rows<{n: number}>(
      `select count(*)::integer as n from marts.continuum_by_area
       join marts.coverage_measures using (level, area, state)
       where kind = 'recovery_residence' and payer = 'any' and not is_distance_known
         and missing_steps like '%Recovery residence%'`
    );
    expect(rows).toEqual([{n: 0}]);
  });
});

describe("pairs of a type and a step of care", () => {
  it("are measured by the records that are of the type and give the step, and by no others", async () => {
    const rows = await warehouse.rows<{
      measured_as: string | null;
      records: number;
      both: number;
      counted: number;
    }>(
      `select measured_as, record_count as records,
         (select count(*)::integer from marts.coverage_organizations
          where is_local_supply and organization_type = pair.organization_type and list_contains(kinds, step)) as both,
         (select count(*)::integer from marts.coverage_organizations
          where is_local_supply and list_contains(kinds, measured_as)) as counted
       from marts.help_pairs as pair`
    );
    expect(rows).toHaveLength(5 * 7);
    for (const {measured_as, records, both, counted} of rows) {
      expect(records).toBe(both);
      if (measured_as !== null) expect(counted).toBe(records);
    }
    expect(rows.some(({measured_as}) => measured_as === "narr_residences_with_peer_support")).toBe(true);
  });
});

describe("counts", () => {
  it("keep national organizations and demonstration records apart", async () => {
    const [row] = await warehouse.rows<{apart: number; local: number; records: number}>(
      `select
         max(value) filter (where measure = 'demonstration') + max(value) filter (where measure = 'national') as apart,
         max(value) filter (where measure = 'local_records') as local,
         max(value) filter (where measure = 'records') as records
       from marts.coverage_counts`
    );
    expect(row!.apart).toBeGreaterThan(0);
    expect(row!.local + row!.apart).toBe(row!.records);
  });

  it("read Medicaid from code MD and never from MC, which is Medicare", async () => {
    const rows = await warehouse.rows<{accepts: boolean; has_md: boolean}>(
      `select accepts_medicaid as accepts, list_contains(service_codes, 'MD') as has_md
       from marts.coverage_organizations join main.organizations on id = organization_id
       where len(service_codes) > 0`
    );
    expect(rows.filter(({accepts, has_md}) => accepts !== has_md)).toEqual([]);
    expect(rows.some(({accepts}) => accepts)).toBe(true);
  });
});

const PLANTS: Record<string, string> = {
  organization_counties_are_whole:
    "update analysis.organization_counties set county_fips = '99999' where method = 'zip'",
  organization_county_is_in_state:
    "update analysis.organization_counties set county_fips = '02016' where method = 'point'",
  county_populations_sum_to_state:
    "insert into reference.county_figures values ('44001', 'population', 900000, '2020', 'x', 'given'), ('44003', 'population', 900000, '2020', 'x', 'given')",
  places_count_nobody_twice: "update reference.places set population = 2 * population where state = 'RI'",
  access_is_plausible:
    "update analysis.point_access set nearest_miles = third_nearest_miles + 1 where third_nearest_miles is not null",
  access_hands_out_the_supply: "update analysis.area_access set supply_per_100k = 2 * supply_per_100k",
  coverage_counts_add_up:
    "delete from marts.coverage_rates where level = 'state' and kind = 'all' and payer = 'any' and record_count > 0"
};

it.each(Object.entries(PLANTS))(
  "the check %s passes, and finds a planted defect",
  async (name, statement) => {
    const {text} = readSqlFile(`sql/checks/${name}.sql`);
    const before = (await warehouse.rows(text)).length;
    await warehouse.run("begin");
    await warehouse.run(statement);
    const after = (await warehouse.rows(text)).length;
    await warehouse.run("rollback");
    expect(before).toBe(0);
    expect(after).toBeGreaterThan(0);
  }
);
