import {rmSync} from "node:fs";
import type {TestProject} from "vitest/node";
import type {Config} from "../src/config.js";
import {build} from "../src/pipeline/build.js";
import {isCurrent} from "../src/pipeline/ensureWarehouse.js";

declare module "vitest" {
  interface ProvidedContext {
    /** State folder with a warehouse built from test/fixtures/sources; read it, never write it. */
    fixtureState: string;
  }
}

/** Builds the fixture warehouse once for all test files, unless the last run’s is still current. */
export default async function setup(project: TestProject): Promise<void> {
  const state = ".workbench/fixture";
  const config: Config = {sources: "test/fixtures/sources", state, reference: null, database: "production"};
  if (!(await isCurrent(config))) {
    // An earlier fixture would be the build before, and the golden rows would tell of its changes.
    rmSync(state, {recursive: true, force: true});
    await build(config, {now: new Date("2025-08-01T00:00:00Z")});
  }
  project.provide("fixtureState", state);
}
