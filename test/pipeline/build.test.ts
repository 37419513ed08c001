import {createHash} from "node:crypto";
import {cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it} from "vitest";
import type {Config} from "../../src/config.js";
import {warehousePath} from "../../src/config.js";
import {build} from "../../src/pipeline/build.js";
import {previousWarehousePath} from "../../src/pipeline/publish.js";
import {snapshotList} from "../../src/snapshots/snapshotList.js";
import {writeSnapshot} from "../../src/snapshots/writeSnapshot.js";
import {Warehouse} from "../../src/warehouse/open.js";

describe("the fixture warehouse", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
  });
  afterAll(() => warehouse.close());

  const organization = async (id: string) => {
    const [row] = await warehouse.rows("select * from organizations where id = $id", {id});
    return row!;
  };

  it("closes its ledger file by file", async () => {
    const totals = await warehouse.rows(
      `select file, read_count, (count(*) filter (where disposition = 'loaded'))::integer as loaded,
         (count(*) filter (where disposition = 'merged'))::integer as merged,
         (count(*) filter (where disposition = 'quarantined'))::integer as quarantined
       from meta.source_files join meta.ledger using (file) group by all order by file`
    );
    expect(totals).toEqual([
      {file: "master_directory.json", read_count: 11, loaded: 8, merged: 2, quarantined: 1},
      {file: "oxford_house_processed_latest.json", read_count: 6, loaded: 5, merged: 1, quarantined: 0},
      {file: "recovery_community_centers_master.json", read_count: 6, loaded: 5, merged: 0, quarantined: 1},
      {file: "recovery_organizations_master.json", read_count: 5, loaded: 5, merged: 0, quarantined: 0},
      {file: "treatment_centers_master.json", read_count: 12, loaded: 10, merged: 1, quarantined: 1}
    ]);
  });

  it("keeps every record’s own bytes in the archive, under their hash", async () => {
    const [{archive}] = (await warehouse.rows("select records_archive as archive from meta.builds")) as [
      {archive: string}
    ];
    const rows = await warehouse.rows<{sha256: string; raw: string; ledger_sha256: string}>(
      `select archived.sha256, archived.raw, meta.ledger.sha256 as ledger_sha256
       from read_parquet($path) as archived join meta.ledger using (record_id)`,
      {path: join(inject("fixtureState"), "records", archive)}
    );
    expect(rows).toHaveLength(40);
    for (const {sha256, raw, ledger_sha256} of rows) {
      expect(createHash("sha256").update(raw).digest("hex")).toBe(sha256);
      expect(ledger_sha256).toBe(sha256);
    }
  });

  it("never drops a record for sharing an id with another organization", async () => {
    const rows = await warehouse.rows(
      "select id, name, issues from organizations where id like 'RCC_0003%' order by id"
    );
    expect(rows).toEqual([
      {id: "RCC_0003", name: "Wrenfield Center", issues: []},
      {id: "RCC_0003~2", name: expect.any(String) as string, issues: ["id_reused"]}
    ]);
  });

  it("reads a state from a label with its affiliate, and never invents one", async () => {
    expect((await organization("ORG_0005")).address_state).toBe("PA");
    expect((await organization("ORG_0006")).address_state).toBe("MA");
    expect(await organization("RCO_0001")).toMatchObject({address_state: null, scope: "national"});
    expect(await organization("RCC_0003")).toMatchObject({address_state: null, scope: "unknown"});
    expect(await organization("RCO_0004")).toMatchObject({address_state: null, issues: ["state_unreadable"]});
    const atlantis = await organization("SAMHSA_OUT_000005");
    expect(atlantis).toMatchObject({address_state: "OR", issues: ["state_from_zip"]});
  });

  it("gives the SAMHSA labels of a converted file the meaning of the codes they came from", async () => {
    const {payers, demographics, service_codes: codes} = await organization("SAMHSA_OUT_000001");
    expect(payers).toContain("Medicare");
    expect(payers).not.toContain("Medicaid");
    expect(demographics).not.toContain("Children and adolescents accepted");
    expect(codes).toEqual(expect.arrayContaining(["MC", "PED", "MOA", "SF"]));
    expect(codes).not.toContain("MD");
    expect((await organization("TX_OUT_0001")).payers).toContain("Medicaid");
  });

  it("repairs swapped coordinates and rejects zero or impossible ones", async () => {
    expect(await organization("SAMHSA_RES_000003")).toMatchObject({
      latitude: 32.2226,
      longitude: -110.9747,
      coordinate_precision: "exact",
      issues: ["coordinates_swapped"]
    });
    expect(await organization("SAMHSA_INP_000004")).toMatchObject({
      coordinate_precision: "zip",
      issues: ["coordinates_zero"]
    });
    expect((await organization("SAMHSA_OUT_000009")).issues).toContain("coordinates_out_of_range");
    expect(await organization("OXFORD_TX_0001")).toMatchObject({coordinate_precision: "zip"});
  });

  it("keeps the raw value of whatever it changed or rejected", async () => {
    const rows = await warehouse.rows(
      "select field, raw from source_values where organization_id = 'ORG_0005' order by field"
    );
    expect(rows).toContainEqual({field: "website", raw: "javascript:alert(1)"});
    expect(rows).toContainEqual({field: "extraction_date", raw: "Summer 2025"});
    expect(await organization("ORG_0005")).toMatchObject({
      website: null,
      extraction_date: null,
      phone_extension: "308"
    });
  });

  it("certifies by affiliate and level, not by the word", async () => {
    const rows = await warehouse.rows(
      "select id, is_narr_certified from organizations where organization_type in ('narr_residences', 'oxford_houses') order by id"
    );
    const certified = rows.filter((d) => d.is_narr_certified).map((d) => d.id);
    expect(certified).toContain("ORG_0006");
    expect(certified.filter((id) => String(id).startsWith("OXFORD"))).toEqual([]);
  });

  it("reports the fields that nobody maps", async () => {
    const rows = await warehouse.rows(
      "select source, sample from meta.unmapped_fields where field = 'house_mascot'"
    );
    expect(rows).toEqual([{source: "narr_residences", sample: "a kestrel"}]);
  });

  it("describes every table and column of main, meta and reference", async () => {
    expect(
      await warehouse.rows(
        `select schema_name || '.' || table_name as undescribed from duckdb_tables()
         where schema_name in ('main', 'meta', 'reference') and comment is null and table_name <> 'migrations'
         union all
         select schema_name || '.' || table_name || '.' || column_name from duckdb_columns()
         join duckdb_tables() using (schema_name, table_name)
         where schema_name in ('main', 'meta', 'reference') and duckdb_columns.comment is null and table_name <> 'migrations'`
      )
    ).toEqual([]);
  });

  it("lies in a file of the format that saves room", async () => {
    expect(
      await warehouse.rows(
        `select tags['storage_version'] as format, block_size::integer as block_size
         from duckdb_databases() join pragma_database_size() using (database_name) where not internal`
      )
    ).toEqual([{format: "v1.5.0+", block_size: 32768}]);
  });

  it("answers the plan’s own statements unqualified", async () => {
    for (const name of [
      "organizations",
      "services",
      "organization_services",
      "state_summary",
      "service_coverage",
      "organizations_json"
    ])
      expect((await warehouse.rows(`select count(*)::integer as n from ${name}`))[0]!.n).toBeGreaterThan(0);
    const [row] = await warehouse.rows(
      "select json_array_length(services)::integer as n from organizations_json where id = 'OXFORD_TX_0001'"
    );
    expect(row!.n).toBe(((await organization("OXFORD_TX_0001")).services as string[]).length);
  });
});

describe("a build", () => {
  let folder: string;
  let config: Config;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "workbench-build-"));
    cpSync("test/fixtures/sources", join(folder, "sources"), {recursive: true});
    config = {
      sources: join(folder, "sources"),
      state: join(folder, "state"),
      reference: null,
      database: "production"
    };
    return () => rmSync(folder, {recursive: true, force: true});
  });

  it("keeps the published warehouse, and says what to do, when an error-level check fails", async () => {
    await build(config, {now: new Date("2025-08-01T00:00:00Z")});
    const before = readFileSync(warehousePath(config));
    rmSync(join(config.sources!, "oxford_house_processed_latest.json"));
    await expect(build(config, {now: new Date("2025-09-01T00:00:00Z")})).rejects.toThrow(
      /checks failed; published warehouse unchanged\n {2}error: source_is_not_empty \(1 row\): .+\n {6}\{"source":"oxford_houses"/
    );
    expect(readFileSync(warehousePath(config)).equals(before)).toBe(true);
    expect(readdirSync(config.state).filter((name) => name.startsWith("candidate"))).toEqual([]);
  });

  it("keeps the warehouse that it replaces, and gives the same snapshots byte for byte", async () => {
    const now = new Date("2025-08-01T00:00:00Z");
    await build(config, {now});
    expect(existsSync(previousWarehousePath(config))).toBe(false);
    const before = readFileSync(warehousePath(config));
    await build(config, {now});
    expect(readFileSync(previousWarehousePath(config)).equals(before)).toBe(true);
    const first = await snapshotHashes(previousWarehousePath(config));
    expect(Object.keys(first).length).toBeGreaterThan(10);
    expect(await snapshotHashes(warehousePath(config))).toEqual(first);
  });

  it.each([
    ["", "empty file"],
    ['{"all_facilities": [{"id": 1},\n  {"id": ', "malformed JSON: .+ at line 2, column"],
    ['{"facility_rows": []}', "no records in .+: sought all_facilities"]
  ])("refuses the file %j in one line", async (text, message) => {
    writeFileSync(join(config.sources!, "treatment_centers_master.json"), text);
    await expect(build(config)).rejects.toThrow(new RegExp(`^${message}`));
    expect(existsSync(warehousePath(config))).toBe(false);
  });

  it("says in one line that the memory limit is too small, and publishes nothing", async () => {
    await expect(build({...config, memoryLimit: "4MB"})).rejects.toThrow(
      /^out of memory: a step needs more than the memory limit of 4MB; raise WORKBENCH_MEMORY_LIMIT.+\)$/
    );
    expect(existsSync(warehousePath(config))).toBe(false);
  });

  it("says which folder is missing", async () => {
    await expect(build({...config, sources: join(folder, "nowhere")})).rejects.toThrow(
      /^no such folder: .*nowhere; set WORKBENCH_SOURCES/
    );
  });
});

/** Hashes of all snapshots but those that show how long a step took. */
async function snapshotHashes(path: string): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "workbench-snapshots-"));
  const warehouse = await Warehouse.open(path, {readOnly: true});
  const hashes: Record<string, string> = {};
  for (const snapshot of snapshotList().filter(({file}) => !file.text.includes("duration_ms"))) {
    const target = join(folder, snapshot.fileName);
    await writeSnapshot(warehouse, snapshot, target);
    hashes[snapshot.fileName] = createHash("sha256").update(readFileSync(target)).digest("hex");
  }
  warehouse.close();
  rmSync(folder, {recursive: true});
  return hashes;
}
