import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Config} from "../../../src/config.js";
import {createBackup} from "../../../src/operations/backup/createBackup.js";
import {publishFixture, RECORDS} from "../warehouseFixture.js";

let config: Config;
let remove: () => void;

beforeAll(async () => {
  ({config, remove} = await publishFixture());
});
afterAll(() => remove());

it("names the backup for the instant and type and lists what it holds", async () => {
  const backup = await createBackup(config, {type: "monthly", now: new Date("2026-03-01T04:00:00.5Z")});
  expect(backup.name).toBe("20260301T040000Z-monthly");
  expect(readFileSync(join(backup.path, "records", RECORDS), "utf8")).toBe("the original records");
  expect(readdirSync(backup.path).sort()).toMatchInlineSnapshot(`
    [
      "comments.sql",
      "data",
      "load.sql",
      "manifest.json",
      "manifest.json.sha256",
      "records",
      "schema.sql",
      "sql",
    ]
  `);
});
