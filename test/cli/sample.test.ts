import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";

const state = mkdtempSync(join(tmpdir(), "sample-command-"));

afterAll(() => rmSync(state, {recursive: true, force: true}));

function sample(...args: string[]) {
  const env = {...process.env, WORKBENCH_STATE: state, WORKBENCH_DATABASE: ""};
  return spawnSync(process.execPath, ["src/cli/workbench.js", "sample", ...args], {encoding: "utf8", env});
}

it("writes into the state folder, prints JSON alone on standard output, and does nothing the second time", () => {
  const first = sample("--scale", "0.001", "--json");
  expect(JSON.parse(first.stdout)).toMatchObject({
    folder: join(state, "sample"),
    seed: 1,
    scale: 0.001,
    isNew: true,
    records: {"oxford_house_processed_latest.json": 1}
  });
  expect(first.stderr).toContain("writing treatment_centers_master.json");
  expect(existsSync(join(state, "sample", "truth", "records.csv"))).toBe(true);
  expect(JSON.parse(sample("--scale", "0.001", "--json").stdout)).toMatchObject({isNew: false});
});

it("exits 2 for a scale that is not a number and 1 for one that is not positive", () => {
  const [word, zero] = [sample("--scale", "ten"), sample("--scale", "0")];
  expect([word.status, word.stderr]).toEqual([
    2,
    "workbench: not a number: --scale ten; give one such as --scale 1\n"
  ]);
  expect([zero.status, zero.stderr]).toEqual([
    1,
    "workbench: not a scale: 0; give a number above 0, such as 1 or 0.1\n"
  ]);
});
