import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {createHash} from "node:crypto";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, it, vi} from "vitest";
import type {Config} from "../../../src/config.js";
import {pathsBelow} from "../../../src/operations/archive/fileList.js";
import {writeManifest} from "../../../src/operations/archive/manifestFile.js";
import type {BackupManifest} from "../../../src/operations/backup/backup.js";
import {createBackup} from "../../../src/operations/backup/createBackup.js";
import {verifyBackup} from "../../../src/operations/backup/verifyBackup.js";
import {publishFixture} from "../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

const NAME = "20260301T040000Z-daily";
let config: Config;
let remove: () => void;
let good: string;
const from = mkdtempSync(join(tmpdir(), "workbench-hostile-"));
const folder = join(from, NAME);

beforeAll(async () => {
  ({config, remove} = await publishFixture());
  good = (await createBackup(config, {type: "daily", now: new Date("2026-03-01T04:00:00Z")})).path;
});
afterAll(() => {
  remove();
  rmSync(from, {recursive: true});
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const spoil = (change: () => void) => {
  cpSync(good, folder, {recursive: true});
  change();
  return verifyBackup(config, NAME, {from});
};
const rewrite = (change: (manifest: BackupManifest) => void) => () => {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as BackupManifest;
  change(manifest);
  writeManifest(folder, manifest);
};

it("accepts a whole backup anywhere on disk and leaves nothing behind", async () => {
  const before = readdirSync(config.state);
  await expect(spoil(() => undefined)).resolves.toMatchObject({backup: {name: NAME}});
  expect(readdirSync(config.state)).toEqual(before);
});

it("refuses one flipped bit anywhere in any file", async () => {
  cpSync(good, folder, {recursive: true});
  const paths = pathsBelow(folder);
  expect(paths.length).toBeGreaterThan(20);
  let count = 0;
  for (const path of paths) {
    const file = join(folder, path);
    const original = readFileSync(file);
    const shares = /manifest|organizations/.test(path) ? [0, 0.25, 0.5, 0.75, 1] : [count++ / paths.length];
    for (const [i, share] of shares.entries()) {
      const position = Math.floor(share * (original.length - 1));
      const flipped = Buffer.from(original);
      flipped[position]! ^= 1 << (i + 1);
      writeFileSync(file, flipped);
      await expect(verifyBackup(config, NAME, {from}), `${path} at ${position}`).rejects.toThrow(/damaged/);
    }
    writeFileSync(file, original);
  }
  await expect(verifyBackup(config, NAME, {from})).resolves.toBeDefined();
});

it("refuses a missing file, a truncated one and one that it did not write", async () => {
  const data = join(folder, "data", "main.organizations.parquet");
  await expect(spoil(() => rmSync(data))).rejects.toThrow("missing file data/main.organizations.parquet");
  await expect(spoil(() => truncateSync(data, statSync(data).size - 1))).rejects.toThrow(
    /has \d+ bytes instead of/
  );
  await expect(spoil(() => writeFileSync(join(folder, "notes.txt"), ""))).rejects.toThrow(
    "unexpected file notes.txt"
  );
  await expect(spoil(() => rmSync(join(folder, "manifest.json.sha256")))).rejects.toThrow(
    "has no manifest.json.sha256"
  );
});

it("refuses a link in the place of a file, even to the same bytes", async () => {
  const data = join(folder, "data", "main.organizations.parquet");
  const swap = () => {
    rmSync(data);
    symlinkSync(join(good, "data", "main.organizations.parquet"), data);
  };
  await expect(spoil(swap)).rejects.toThrow("damaged");
});

it("refuses names that are not a backup’s, folders that are not ours and links", async () => {
  for (const name of ["../../etc", "/etc", "", ".", `${NAME}/..`, "20260301T040000Z-hourly", `${NAME}\0`])
    await expect(verifyBackup(config, name, {from})).rejects.toThrow("not the name of a backup");
  await expect(verifyBackup(config, NAME, {from})).rejects.toThrow("no backup 20260301T040000Z-daily in");
  mkdirSync(folder);
  await expect(verifyBackup(config, NAME, {from})).rejects.toThrow("not made by the workbench, or damaged");
  rmSync(folder, {recursive: true});
  symlinkSync(good, folder);
  await expect(verifyBackup(config, NAME, {from})).rejects.toThrow("no backup");
  rmSync(folder);
  const renamed = "20270101T000000Z-daily";
  cpSync(good, join(from, renamed), {recursive: true});
  await expect(verifyBackup(config, renamed, {from})).rejects.toThrow(`holds the backup ${NAME}`);
  rmSync(join(from, renamed), {recursive: true});
});

it("refuses another format and a newer one, and says which it reads", async () => {
  await expect(spoil(rewrite((manifest) => (manifest.format = "other")))).rejects.toThrow(
    "not a recovery-workbench-backup"
  );
  await expect(spoil(rewrite((manifest) => (manifest.version = 2)))).rejects.toThrow("update the workbench");
});

it("restores what a newer engine wrote if it comes out equal, and names that engine if it does not", async () => {
  await expect(spoil(rewrite((manifest) => (manifest.engine_version = "9.1.0")))).resolves.toBeDefined();
  const newer = () => {
    rewriteFile("schema.sql", "create table main.later (a point_in_time);\n");
    rewrite((manifest) => (manifest.engine_version = "9.1.0"))();
  };
  await expect(spoil(newer)).rejects.toThrow(/cannot be restored: .*it was written by DuckDB 9\.1\.0/s);
});

it("notices a forged backup whose hashes agree with each other", async () => {
  const forged = (text: string) => () =>
    rewriteFile("comments.sql", readFileSync(join(good, "comments.sql"), "utf8") + text);
  await expect(spoil(forged("delete from main.services;"))).rejects.toThrow(
    "main.services has 0 rows instead of 2"
  );
  await expect(spoil(forged("update main.services set description = 'x';"))).rejects.toThrow(
    "main.services has other content"
  );
  await expect(spoil(forged("create table main.extra (a integer);"))).rejects.toThrow(
    "added column main.extra.a"
  );
  await expect(spoil(forged("comment on table main.services is 'no';"))).rejects.toThrow(
    "changed table main.services"
  );
});

it("lets a forged script neither read nor write outside the backup", async () => {
  const stolen = join(from, "stolen.csv");
  for (const sql of [
    `copy main.services to '${stolen}';`,
    "create table main.passwords as select * from read_text('/etc/passwd');",
    `attach '${join(from, "other.duckdb")}' as other;`,
    "set enable_external_access = true;"
  ])
    await expect(spoil(() => rewriteFile("comments.sql", sql))).rejects.toThrow(
      /cannot be restored: .*(disabled|locked)/s
    );
  expect(readdirSync(from)).toEqual([NAME]);
});

/** Replaces a file and puts its true size and hash in the manifest. */
function rewriteFile(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
  rewrite((manifest) => {
    const file = manifest.files.find((one) => one.path === path)!;
    file.bytes = Buffer.byteLength(text);
    file.sha256 = sha256(text);
  })();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
