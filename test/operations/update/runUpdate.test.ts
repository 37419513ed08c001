import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {type Config, warehousePath} from "../../../src/config.js";
import {readUpdateSettings, type UpdateSettings} from "../../../src/config/updateSettings.js";
import {readChangeNote} from "../../../src/operations/changeNote.js";
import {rollback} from "../../../src/operations/rollback.js";
import {publishedBuild} from "../../../src/operations/update/publishedBuild.js";
import {runUpdate, type UpdateOptions} from "../../../src/operations/update/runUpdate.js";
import {settleInterrupted} from "../../../src/operations/update/settleInterrupted.js";
import {isCurrent} from "../../../src/pipeline/ensureWarehouse.js";
import {withLock} from "../../../src/pipeline/lock.js";
import {readUpdateLog} from "../../../src/pipeline/updateLog.js";
import {writeStamp} from "../../../src/sources/sample/sampleStamp.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {body, type MisbehavingServer, startMisbehavingServer, status} from "./misbehavingServer.js";

interface Houses {
  houses: {id: string; name: string; address: {street: string | null}}[];
}

const FILE = "oxford_house_processed_latest.json";
let folder: string;
let config: Config;
let server: MisbehavingServer;
let settings: UpdateSettings;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "workbench-update-"));
  cpSync("test/fixtures/sources", join(folder, "sources"), {recursive: true});
  mkdirSync(join(folder, "sources/truth"));
  await writeStamp(join(folder, "sources"), {seed: 1, scale: 1});
  config = {
    sources: join(folder, "sources"),
    state: join(folder, "state"),
    reference: null,
    database: "production"
  };
  server = await startMisbehavingServer();
  settings = {
    whenSourceFails: "stop",
    limits: {...readUpdateSettings(folder).limits, fetch_attempts: 2},
    sources: [
      {
        name: "oxford",
        step: "oxford-vacancies",
        from: `${server.origin}/houses.json`,
        file: FILE,
        hosts: [],
        headers: {}
      }
    ]
  };
});
vi.setConfig({testTimeout: 300_000});
afterAll(async () => {
  await server.close();
  rmSync(folder, {recursive: true});
});

const update = (on: string, options: Partial<UpdateOptions> = {}, changed: Partial<UpdateSettings> = {}) =>
  runUpdate(
    config,
    {...settings, ...changed},
    {actor: "ada@desk", snapshots: join(folder, "snapshots"), ...options},
    {now: () => new Date(`${on}T06:00:00Z`), sleep: async () => {}, env: {}}
  );
const houses = () => JSON.parse(readFileSync(join("test/fixtures/sources", FILE), "utf8")) as Houses;
const serve = (served: Houses) => server.answer("/houses.json", body(JSON.stringify(served)));
const published = async (sql: string) => {
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  try {
    return await warehouse.rows(sql);
  } finally {
    warehouse.close();
  }
};
/** Every file that readers or the next build depend on, by its inode and time of change. */
const everything = () =>
  ["state/warehouse.duckdb", ...["sources", "snapshots"].flatMap((name) => filesOf(name))].map((path) => {
    const {ino, mtimeMs, size} = statSync(join(folder, path));
    return [path, ino, mtimeMs, size];
  });
const filesOf = (name: string) =>
  readdirSync(join(folder, name)).flatMap((file) => (file === "truth" ? [] : `${name}/${file}`));

it("the first update fetches, publishes, refreshes the snapshots and logs the run", async () => {
  serve(houses());
  const run = await update("2026-11-02", {reason: "start"});
  expect(run).toMatchObject({status: "published", actor: "ada@desk", warnings: []});
  expect(run.fetches).toMatchObject([{name: "oxford", status: "fetched", recordCount: 6}]);
  expect(run.outcomes.map(({step, status}) => [step, status])).toEqual([
    ["oxford-vacancies", "published"],
    ["network-analysis", "published"],
    ["samhsa-quarterly", "skipped"]
  ]);
  expect(readUpdateLog(config)).toMatchObject([{status: "published", buildId: run.buildId}]);
  expect(
    await published("select distinct status, actor, build_id from meta.update_history order by status")
  ).toEqual([
    {status: "published", actor: "ada@desk", build_id: run.buildId},
    {status: "skipped", actor: "ada@desk", build_id: run.buildId}
  ]);
  expect(await published("select is_sample from meta.builds")).toEqual([{is_sample: true}]);
  expect(readdirSync(join(folder, "snapshots")).length).toBeGreaterThan(0);
  expect(readdirSync(join(folder, "state/backups"))).toEqual(["20261102T060000Z-post_update"]);
});

it("a step that is not due is skipped, says when it is, asks no server and is not logged", async () => {
  const [requests, runs] = [server.requests.length, readUpdateLog(config).length];
  const run = await update("2026-11-30");
  expect(run.status).toBe("skipped");
  expect(run.outcomes[0]).toMatchObject({step: "oxford-vacancies", reason: "not due before 2026-12-01"});
  expect([server.requests.length, readUpdateLog(config).length]).toEqual([requests, runs]);
});

it("a source that fails stops the update, with the age of its last good copy; everything stays", async () => {
  const before = everything();
  server.answer("/houses.json", status(503));
  const run = await update("2026-12-01");
  expect(run.status).toBe("failed");
  expect(run.outcomes[0]!.reason).toMatch(
    /^oxford: server answered 503 \(2 attempts\); from .*; the last good copy is of 2026-11-02, 29 days old$/
  );
  expect(everything()).toEqual(before);
});

it("data that fails a check is not published, and the source folder keeps the old file", async () => {
  const before = everything();
  const nameless = houses();
  for (const house of nameless.houses) house.name = "";
  serve(nameless);
  const run = await update("2026-12-02");
  expect(run.status).toBe("failed");
  expect(run.outcomes[0]!.reason).toMatch(/^checks failed.*source_is_not_empty/s);
  expect(everything()).toEqual(before);
  expect(readdirSync(config.state).filter((name) => /candidate|staged|rehearsed|lock/.test(name))).toEqual(
    []
  );
});

it("with an old copy allowed, a failing source is reported and the rest goes on", async () => {
  server.answer("/houses.json", status(404));
  rmSync(join(config.state, "downloads"), {recursive: true});
  const run = await update("2026-12-03", {}, {whenSourceFails: "use_old_copy"});
  expect(run.status).toBe("unchanged");
  expect(run.fetches[0]).toMatchObject({
    status: "failed",
    reason: expect.stringContaining("last good copy is of")
  });
});

it("an update changes what the sources changed, counts it by source and explains the headline numbers", async () => {
  const changed = houses();
  const [first, second] = changed.houses;
  first!.name = "Oxford House Zanzibar";
  second!.address.street = "99 Quite Another Road";
  changed.houses = changed.houses.filter(({id}) => id !== "OXFORD_WA_0003");
  changed.houses.push({
    ...first!,
    id: "OXFORD_TX_0099",
    name: "Oxford House Newly",
    address: {...first!.address, street: "5 New St"}
  });
  serve(changed);
  const run = await update("2026-12-04", {force: true});
  expect(run.outcomes[0]).toMatchObject({
    source: "oxford_houses",
    added: 1,
    changed: 2,
    removed: 1,
    unchanged: 2
  });
  expect(readFileSync(join(config.sources!, FILE), "utf8")).toBe(JSON.stringify(changed));
  expect(
    await published(
      "select name, change, cause from meta.record_changes where change <> 'changed' order by change"
    )
  ).toEqual([
    {name: "Oxford House Newly", change: "added", cause: "data"},
    {name: "Oxford House Cinderford", change: "moved", cause: "data"},
    {name: expect.any(String), change: "removed", cause: "data"},
    {name: "Oxford House Zanzibar", change: "renamed", cause: "data"}
  ]);
  const note = readChangeNote(config, run.buildId!);
  expect(note).toContain("### Added (1)\n\n- Oxford House Newly (TX, OXFORD_TX_0099)");
  expect(note).toContain("| Oxford Houses | 5 | 5 |");
  expect(note).toContain("→ Oxford House Zanzibar");
  expect(note).toContain("| oxford_houses | 1 | 2 | 1 | 1 | 1 | 2 | 0 |");
  const copies = readdirSync(join(config.state, "downloads/oxford"));
  expect(copies.filter((name) => name !== "copy.json")).toHaveLength(2);
});

it("the history holds every run, the failed ones too", async () => {
  const statuses = ["published", "failed", "failed", "unchanged", "published"];
  expect(readUpdateLog(config).map((run) => run.status)).toEqual(statuses);
  const rows = await published(
    "select run_id, min(status) filter (status <> 'skipped') as status from meta.update_history group by run_id order by run_id"
  );
  expect(rows.map((row) => row.status).toSorted()).toEqual(statuses.toSorted());
});

it("a run that was killed after it published, before it was logged, is settled from the warehouse", async () => {
  const path = join(config.state, "update-log.jsonl");
  const log = readFileSync(path, "utf8");
  writeFileSync(path, `${log.trimEnd().split("\n").slice(0, -1).join("\n")}\n`);
  expect(readUpdateLog(config).at(-1)?.status).toBe("interrupted");
  const settled = await settleInterrupted(config);
  expect(settled.at(-1)).toMatchObject({
    status: "published",
    buildId: (await publishedBuild(config))!.buildId
  });
  expect(settled.at(-1)!.outcomes).toContainEqual(
    expect.objectContaining({source: "oxford_houses", changed: 2})
  );
});

it("a rollback puts the previous warehouse back, with the whole history, and nothing rebuilds the undone one", async () => {
  const undone = (await publishedBuild(config))!;
  const {from, to} = await rollback(config, {
    actor: "ada@desk",
    reason: "wrong houses",
    snapshots: join(folder, "snapshots"),
    now: new Date("2026-12-05T06:00:00Z")
  });
  expect(from).toEqual(undone);
  expect(to.buildId).toBe(readUpdateLog(config)[0]!.buildId);
  expect(
    await published("select count(*)::integer as n from main.organizations where name ilike '%zanzibar%'")
  ).toEqual([{n: 0}]);
  expect(await published("select distinct status from meta.update_history order by 1")).toEqual(
    ["failed", "published", "rolled_back", "skipped", "unchanged"].map((status) => ({status}))
  );
  expect(readUpdateLog(config).at(-1)).toMatchObject({status: "rolled_back", reason: "wrong houses"});
  expect(await isCurrent(config)).toBe(true);
  const again = await update("2027-01-02");
  expect(again.outcomes[0]!.reason).toContain("were rolled back");
  expect((await publishedBuild(config))!.buildId).toBe(to.buildId);
});

it("a second rollback undoes the first", async () => {
  const {to} = await rollback(config, {actor: "ada@desk", snapshots: null});
  expect(to.buildId).toBe(readUpdateLog(config)[4]!.buildId);
  expect(await isCurrent(config)).toBe(true);
});

it("a rollback does not publish a damaged file", async () => {
  const previous = join(config.state, "previous/warehouse.duckdb");
  const bytes = readFileSync(previous);
  for (let at = 65_536; at < bytes.length; at += 65_536) bytes[at]! ^= 1;
  rmSync(previous);
  writeFileSync(previous, bytes);
  const before = await publishedBuild(config);
  await expect(rollback(config, {actor: "ada@desk", snapshots: null})).rejects.toThrow();
  expect(await publishedBuild(config)).toEqual(before);
});

it("two updates never run at once", async () => {
  await withLock(config, () => expect(update("2027-02-02")).rejects.toThrow("another update is running"), {
    name: "update"
  });
});
