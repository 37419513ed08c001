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
  if (!(await isCurrent(config))) await build(config, {now: new Date("2025-08-01T00:00:00Z")});
  project.provide("fixtureState", state);
}
