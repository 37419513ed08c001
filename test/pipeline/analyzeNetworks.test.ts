import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {analyzeNetworks} from "../../src/pipeline/analyzeNetworks.js";
import type {Warehouse} from "../../src/warehouse/open.js";
import {readSqlFolder} from "../../src/warehouse/sqlFile.js";
import {seededWarehouse} from "./seededWarehouse.js";

interface Fixture {
  id: string;
  km: number;
  steps: string[];
  type?: string;
  level?: string | null;
  operator?: string | null;
  payers?: string[];
  precision?: string;
  isSynthetic?: boolean;
  city?: string;
  /** Record that describes the same site. */
  site?: string;
}

/** Two towns on a meridian in Kansas, a residence that joins them, a lonely place, and records that must take no part. */
const FIXTURES: Fixture[] = [
  {id: "A1", km: 0, steps: ["detox"], level: "inpatient", payers: ["Medicaid", "Medicare"]},
  {
    id: "A2",
    km: 2,
    steps: ["residential"],
    level: "residential",
    payers: ["Medicaid"],
    operator: "Open Door, Inc."
  },
  {id: "A3", km: 4, steps: ["outpatient"], level: "outpatient", operator: "open door inc"},
  {id: "B1", km: 24, steps: ["recovery_residence"], type: "narr_residences", level: null},
  {id: "C1", km: 44, steps: ["peer_support"], type: "rccs", level: null},
  {id: "C2", km: 46, steps: ["outpatient"], level: "outpatient", precision: "zip"},
  {id: "D1", km: 900, steps: ["outpatient"], level: "outpatient"},
  {id: "A4", km: 0, steps: ["detox"], level: "inpatient", site: "A1"},
  {id: "E1", km: 1, steps: [], level: "outpatient"},
  {id: "F1", km: 1, steps: ["residential"], level: "residential", isSynthetic: true}
];

const NOWHERE = join(tmpdir(), "workbench-nothing-published.duckdb");

async function insertFixtures(warehouse: Warehouse, fixtures = FIXTURES): Promise<void> {
  for (const [i, {id, km, steps, type = "treatment_centers", level = null, ...rest}] of fixtures.entries()) {
    await warehouse.run(
      `insert into main.organizations by name
       select $id as id, $id as name, $type as organization_type, $city as address_city, 'KS' as address_state, '67000' as address_zip,
         $latitude::double as latitude, -98.0 as longitude, main.encode_geohash($latitude::double, -98.0, 8) as geohash,
         []::varchar[] as services, []::varchar[] as certifications, []::varchar[] as demographics, 'test' as data_source,
         false as is_narr_certified, $operator::varchar as operator, []::varchar[] as funding_sources, $record::integer as record_id,
         []::varchar[] as alternate_names, []::varchar[] as phones, $level::varchar as level_of_care,
         from_json($payers, '["VARCHAR"]') as payers, []::varchar[] as languages, []::varchar[] as service_codes,
         'local' as scope, $precision as coordinate_precision, $synthetic as is_synthetic, []::varchar[] as issues`,
      {
        id,
        type,
        level,
        latitude: 38 + (km / 6371.0088) * (180 / Math.PI),
        city: rest.city ?? "Town",
        operator: rest.operator ?? null,
        record: i + 1,
        payers: JSON.stringify(rest.payers ?? []),
        precision: rest.precision ?? "exact",
        synthetic: rest.isSynthetic ?? false
      }
    );
    await warehouse.run("insert into analysis.site_members values ($id, $site, false)", {
      id,
      site: rest.site ?? id
    });
    for (const step of steps)
      await warehouse.run("insert into main.organization_continuum values ($id, $step)", {id, step});
  }
}

describe("the network of a small directory", () => {
  let warehouse: Warehouse;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "workbench-referrals-"));
    writeFileSync(
      join(folder, "referrals.csv"),
      "from,to,count,period\nA1,A2,5,2025\nA2,A1,2,2025\nA1,A1,3,2025\nA1,NOBODY,1,2025\nA2,A3,none,2025\nC1,C2,1,2025\n"
    );
    warehouse = await seededWarehouse();
    await insertFixtures(warehouse);
    await warehouse.run("update meta.parameters set value = 30 where name = 'referral_nearest_km'");
    await analyzeNetworks(warehouse, {sources: folder, published: NOWHERE});
  });
  afterAll(() => {
    warehouse.close();
    rmSync(folder, {recursive: true});
  });

  const tie = async (id: string) => (await warehouse.rows("select * from networks where id = $id", {id}))[0]!;

  it("ties two places by the handoff between them, and its factors add up", async () => {
    const {score, factors, relationship_type: type, from_id: from, distance_km: km} = await tie("A1_A2");
    expect({type, from, km}).toEqual({type: "detox_to_residential", from: "A1", km: 2});
    // .3 e^(−2/10) + .3 · 1 + .1 (inpatient and residential differ) + .1 · 1/2 (Medicaid of Medicaid, Medicare)
    expect(score).toBeCloseTo(0.246 + 0.3 + 0.1 + 0.05, 9);
    expect(JSON.parse(factors as string)).toEqual({
      distance: 0.246,
      services: 0.3,
      kind: 0.1,
      certification: 0,
      operator: 0,
      funding: 0,
      payers: 0.05
    });
  });

  it("knows an operator by its words and a ZIP code’s centre by its vagueness", async () => {
    expect(JSON.parse((await tie("A2_A3")).factors as string)).toMatchObject({operator: 0.07, payers: 0});
    // √(2² + 5²) km
    const distance = 0.3 * Math.exp(-Math.sqrt(29) / 10);
    expect(JSON.parse((await tie("C1_C2")).factors as string)).toMatchObject({
      distance: Math.round(distance * 1000) / 1000
    });
  });

  it("takes two records of one site as one place, which is not tied to itself", async () => {
    const rows = await warehouse.rows(
      `select one.place = other.place as is_same from analysis.network_records as one, analysis.network_records as other
       where one.organization_id = 'A1' and other.organization_id = 'A4'`
    );
    expect(rows).toEqual([{is_same: true}]);
    expect(await warehouse.rows("select id from networks where id like '%A4%'")).toEqual([]);
  });

  it("lets neither unknown services nor demonstration data take part in a tie", async () => {
    const rows = await warehouse.rows(
      "select id from networks where id like '%E1%' or id like '%F1%' or id like '%D1%'"
    );
    expect(rows).toEqual([]);
    const places = await warehouse.columns("select organization_id from analysis.network_places order by 1");
    expect(places.organization_id).toEqual(["A1", "A2", "A3", "B1", "C1", "C2", "D1", "E1"]);
  });

  it("sees that the residence between the towns holds them together", async () => {
    const rows = await warehouse.rows(
      `select organization_id, is_articulation_point, degree, community from analysis.network_places
       where organization_id in ('B1', 'D1') order by 1`
    );
    expect(rows).toMatchObject([
      {organization_id: "B1", is_articulation_point: true},
      {organization_id: "D1", degree: 0, community: -1}
    ]);
    const cut = await warehouse.rows(
      `select other.organization_id from analysis.network_cut_offs
       join analysis.network_places as closed using (place)
       join analysis.network_places as other on other.place = cut_off_place
       where closed.organization_id = 'B1' order by 1`
    );
    expect(cut).toEqual([{organization_id: "C1"}, {organization_id: "C2"}]);
  });

  it("keeps observed referrals as edges of their own kind and says which rows it could not read", async () => {
    expect(await tie("A1_A2_observed")).toMatchObject({
      relationship_type: "observed_referral",
      score: null,
      factors: '{"from_org1":5,"from_org2":2}'
    });
    const rejected = await warehouse.rows(
      "select line, because from analysis.rejected_referrals order by line"
    );
    expect(rejected).toEqual([
      {line: 3, because: "an organization does not refer to itself"},
      {line: 4, because: "unknown organization in “to”"},
      {line: 5, because: "not a count of 1 or more"}
    ]);
    const [continuum] = await warehouse.rows(
      "select * from analysis.referral_predictions where model = 'continuum'"
    );
    expect(continuum).toMatchObject({observed_count: 2, covered_share: 1});
    expect(continuum!.auc).toBeGreaterThan(0.5);
  });

  it("compares both models over the same candidates", async () => {
    const rows = await warehouse.rows("select model, pair_count from analysis.network_models order by model");
    expect(rows[0]!.pair_count).toEqual(rows[1]!.pair_count);
  });

  it("gives the plan’s grouping by city", async () => {
    const rows = await warehouse.rows(
      "select cluster_id, organization_count, level from geographic_clusters"
    );
    expect(rows).toEqual([{cluster_id: "city-ks-town", organization_count: 9, level: "city"}]);
  });

  it("has checks that pass, and fail when the network is broken", async () => {
    const plants: Record<string, string> = {
      network_factors_add_up: "update analysis.network_ties set services_points = 1200",
      network_pairs_are_unique:
        "insert into analysis.network_ties select * from analysis.network_ties limit 1",
      network_pairs_are_related:
        "update analysis.network_places set organization_id = 'GONE' where organization_id = 'B1'",
      network_ties_join_two_sites:
        "update analysis.site_members set site_id = 'A1' where organization_id = 'A2'",
      network_weights_sum_to_one:
        "update meta.parameters set value = .9 where name = 'referral_weight_services'",
      network_ties_have_evidence: "update analysis.network_ties set funding_points = 50",
      network_scores_are_reproducible:
        "update analysis.network_ties set place_2 = place_2 + 0, distance_points = distance_points + 9",
      clusters_hold_their_places: "insert into analysis.place_clusters values (0, 'density-x')"
    };
    for (const [name, statement] of Object.entries(plants)) {
      const file = readSqlFolder("sql/checks").find((check) => check.name === name)!;
      const text = file.text.replace("(place_1 * 31 + place_2) % 100 = 0", "true");
      expect(await warehouse.rows(text), `${name} before`).toEqual([]);
      await warehouse.run("begin");
      await warehouse.run(statement);
      expect((await warehouse.rows(text)).length, `${name} after`).toBeGreaterThan(0);
      await warehouse.run("rollback");
    }
  });
});

it("refuses a referrals.csv without its columns", async () => {
  const folder = mkdtempSync(join(tmpdir(), "workbench-referrals-"));
  writeFileSync(join(folder, "referrals.csv"), "a,b\n1,2\n");
  const warehouse = await seededWarehouse();
  await insertFixtures(warehouse);
  await expect(analyzeNetworks(warehouse, {sources: folder, published: NOWHERE})).rejects.toThrow(
    "it needs the columns from, to, count and period"
  );
  warehouse.close();
  rmSync(folder, {recursive: true});
});

describe("clusters and communities from build to build", () => {
  const records = (ids: string, city: string): Fixture[] =>
    Array.from(ids, (id) => ({
      id,
      city,
      km: id.charCodeAt(0) % 8,
      // All ties lead to one place, which makes them one community.
      steps: [id === "c" ? "detox" : "residential"],
      level: "residential"
    }));
  const folder = mkdtempSync(join(tmpdir(), "workbench-builds-"));
  afterAll(() => rmSync(folder, {recursive: true}));

  async function build(file: string, published: string, fixtures: Fixture[]) {
    const warehouse = await seededWarehouse(join(folder, file));
    await insertFixtures(warehouse, fixtures);
    await warehouse.run("update meta.parameters set value = 3 where name = 'cluster_minimum_places'");
    await analyzeNetworks(warehouse, {sources: folder, published: join(folder, published)});
    const clusters = await warehouse.rows(
      "select cluster_id, cluster_name from geographic_clusters where level = 'density'"
    );
    const communities = await warehouse.rows("select community_id from analysis.network_communities");
    warehouse.close();
    return {clusters, communities};
  }

  it("keep their ids while most of their members stay, though their largest city changes", async () => {
    const first = await build("1.duckdb", "none", [...records("abcd", "Alpha"), ...records("ef", "Beta")]);
    expect(first).toEqual({
      clusters: [{cluster_id: "density-ks-alpha", cluster_name: "Alpha, KS"}],
      communities: [{community_id: "community-ks-alpha"}]
    });
    // c to f stay, of eight records in either.
    const second = await build("2.duckdb", "1.duckdb", [
      ...records("cd", "Alpha"),
      ...records("efgh", "Beta")
    ]);
    expect(second).toEqual({
      clusters: [{cluster_id: "density-ks-alpha", cluster_name: "Beta, KS"}],
      communities: [{community_id: "community-ks-alpha"}]
    });
  });

  it("get another id when fewer stay, even if the name is the same", async () => {
    const third = await build("3.duckdb", "1.duckdb", records("abijkl", "Alpha"));
    expect(third.clusters).toEqual([{cluster_id: "density-ks-alpha-67000", cluster_name: "Alpha, KS"}]);
  });
});
