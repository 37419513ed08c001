import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, expect, it, vi} from "vitest";
import type {Config} from "../../../src/config.js";
import {writeManifest} from "../../../src/operations/archive/manifestFile.js";
import type {BackupManifest} from "../../../src/operations/backup/backup.js";
import {createBackup} from "../../../src/operations/backup/createBackup.js";
import {latestBackup, listBackups} from "../../../src/operations/backup/listBackups.js";
import {pruneBackups} from "../../../src/operations/backup/pruneBackups.js";
import {publishFixture} from "../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

const NOW = new Date("2026-04-01T00:00:00Z");
let config: Config;
let remove: () => void;
let template: string;
let folder: string;

beforeAll(async () => {
  ({config, remove} = await publishFixture());
  const {path} = await createBackup(config, {type: "daily", now: new Date("2026-03-01T04:00:00Z")});
  template = join(config.state, "template");
  cpSync(path, template, {recursive: true});
  folder = join(config.state, "backups");
});
afterAll(() => remove());
beforeEach(() => {
  rmSync(folder, {recursive: true});
  mkdirSync(folder);
});

/** Puts a whole backup of that day in the folder, as if it had been made then. */
function daily(day: number): string {
  const date = String(day).padStart(2, "0");
  const name = `202603${date}T040000Z-daily`;
  cpSync(template, join(folder, name), {recursive: true});
  const manifest = JSON.parse(readFileSync(join(template, "manifest.json"), "utf8")) as BackupManifest;
  writeManifest(join(folder, name), {...manifest, name, created_at: `2026-03-${date}T04:00:00.000Z`});
  return name;
}
const damage = (name: string) => writeFileSync(join(folder, name, "load.sql"), "gone");

it("removes the oldest beyond retention, and nothing in a dry run", async () => {
  const names = Array.from({length: 9}, (_, i) => daily(i + 1));
  const dry = await pruneBackups(config, {now: NOW, dryRun: true});
  expect(dry.removed).toEqual(names.slice(0, 2));
  expect(readdirSync(folder)).toEqual(names);
  expect((await pruneBackups(config, {now: NOW})).removed).toEqual(names.slice(0, 2));
  expect(readdirSync(folder)).toEqual(names.slice(2));
  expect((await latestBackup(config)).name).toBe(names.at(-1));
});

it("never lets a damaged backup stand in for a good one, and never removes the last good one", async () => {
  const names = Array.from({length: 9}, (_, i) => daily(i + 1));
  names.slice(1).forEach(damage);
  const pruning = await pruneBackups(config, {now: NOW, retention: {daily: 0}});
  expect(pruning).toMatchObject({removed: [], kept: [names[0]]});
  expect(pruning.damaged.map(({name}) => name)).toEqual(names.slice(1));
  expect(readdirSync(folder)).toEqual(names);
});

it("never touches what it did not make", async () => {
  const kept = daily(9);
  const extra = daily(1);
  writeFileSync(join(folder, extra, "holiday.jpg"), "");
  const foreign = "20200101T000000Z-daily";
  mkdirSync(join(folder, foreign));
  writeFileSync(join(folder, foreign, "thesis.txt"), "");
  mkdirSync(join(folder, "photos"));
  mkdirSync(join(folder, ".20200101T000000Z-weekly.77"));
  symlinkSync(template, join(folder, "20200102T000000Z-daily"));
  const before = readdirSync(folder);
  const pruning = await pruneBackups(config, {now: NOW, retention: {daily: 0}});
  expect(pruning.removed).toEqual([]);
  expect(pruning.kept).toEqual([kept]);
  expect(readdirSync(folder)).toEqual(before);
  expect(existsSync(join(folder, foreign, "thesis.txt"))).toBe(true);
});

it("removes the leftovers of its own unfinished backups after a day", async () => {
  const leftover = ".20260301T040000Z-weekly.4242";
  mkdirSync(join(folder, leftover));
  writeFileSync(join(folder, leftover, ".unfinished"), "");
  const day = 24 * 3_600_000;
  const set = (age: number) =>
    utimesSync(join(folder, leftover), new Date(NOW.getTime() - age), new Date(NOW.getTime() - age));
  set(day - 1000);
  expect((await listBackups(config)).unfinished).toEqual([leftover]);
  expect((await pruneBackups(config, {now: NOW})).removed).toEqual([]);
  set(day + 1000);
  expect((await pruneBackups(config, {now: NOW})).removed).toEqual([leftover]);
  expect(readdirSync(folder)).toEqual([]);
});
