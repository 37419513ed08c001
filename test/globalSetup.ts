import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {build} from "../src/pipeline/build.js";

declare module "vitest" {
  interface ProvidedContext {
    /** State folder with a warehouse built from test/fixtures/sources; read it, never write it. */
    fixtureState: string;
  }
}

/** Builds the fixture warehouse once for all test files. */
export default async function setup(project: TestProject): Promise<() => void> {
  const state = mkdtempSync(join(tmpdir(), "workbench-fixture-"));
  const config = {sources: "test/fixtures/sources", state, reference: null, database: "production"} as const;
  await build(config, {now: new Date("2025-08-01T00:00:00Z")});
  project.provide("fixtureState", state);
  return () => rmSync(state, {recursive: true, force: true});
}
