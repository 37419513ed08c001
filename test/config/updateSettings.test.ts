import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {readUpdateSettings} from "../../src/config/updateSettings.js";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "workbench-settings-"))));
afterEach(() => rmSync(folder, {recursive: true}));

const houses = {step: "oxford-vacancies", from: "https://example.org/houses.json", file: "houses.json"};
const read = (update: unknown) => {
  writeFileSync(join(folder, "workbench.json"), JSON.stringify({update}));
  return readUpdateSettings(folder);
};

it("without a file there are no sources, and a failing source stops the update", () => {
  expect(readUpdateSettings(folder)).toMatchObject({whenSourceFails: "stop", sources: []});
});

it("a source needs a step, an address and a file; the rest has defaults", () => {
  expect(read({sources: {houses}}).sources).toEqual([{name: "houses", ...houses, hosts: [], headers: {}}]);
});

it("limits override the parameters by name", () => {
  expect(read({limits: {fetch_attempts: 2}}).limits).toMatchObject({
    fetch_attempts: 2,
    fetch_redirect_limit: 5
  });
});

it.each([
  [{source: {}}, "unknown setting: update.source in workbench.json"],
  [{sources: {houses: {...houses, form: "x"}}}, "unknown setting: update.sources.houses.form"],
  [
    {sources: {houses: {...houses, step: "oxford"}}},
    "update.sources.houses.step must be oxford-vacancies or"
  ],
  [{sources: {houses: {...houses, step: undefined}}}, "update.sources.houses.step must be"],
  [{sources: {houses: {...houses, from: ""}}}, "update.sources.houses.from must be text"],
  [{sources: {houses: {...houses, file: "../houses.json"}}}, "must be a plain file name"],
  [{sources: {"../x": houses}}, "not a source name: ../x"],
  [{sources: {houses: {...houses, hosts: "example.org"}}}, "hosts must be a list"],
  [{sources: []}, "update.sources must be an object"],
  [{when_source_fails: "ignore"}, "must be stop or use_old_copy"],
  [{limits: {fetch_attempts: "2"}}, "must be a number"],
  [{limits: {fetch_atempts: 2}}, "unknown setting: update.limits.fetch_atempts"]
])("%j is refused by name", (update, message) => {
  expect(() => read(update)).toThrow(message);
});

it("a file that is not JSON is named", () => {
  writeFileSync(join(folder, "workbench.json"), "{");
  expect(() => readUpdateSettings(folder)).toThrow(/^not JSON: .*workbench.json/);
});
