import {spawn} from "node:child_process";
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {commandNames} from "../../src/cli/commandList.js";
import {createBackup} from "../../src/operations/backup/createBackup.js";
import {makeSmallProject} from "../smallProject.js";

const RUNBOOKS = "docs/runbooks";
const pages = readdirSync(RUNBOOKS).filter((file) => file !== "README.md");
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "workbench-runbooks-"));
  const state = join(folder, "state");
  cpSync(inject("fixtureState"), state, {recursive: true});
  cpSync(join(state, "warehouse.duckdb"), join(state, "previous/warehouse.duckdb"));
  const config = {sources: "test/fixtures/sources", state, reference: null, database: "production"} as const;
  await createBackup(config, {type: "daily", now: new Date("2025-08-02T00:00:00Z")});
});
afterAll(() => rmSync(folder, {recursive: true}));

/** A project folder with a published warehouse, a backup of it, and files that a source has sent. */
function projectFor(page: string): string {
  const project = join(folder, page);
  makeSmallProject(project, join(folder, "state"));
  cpSync("test/fixtures/sources", join(project, "incoming"), {recursive: true});
  const source = (step: string, file: string) => ({step, from: `incoming/${file}`, file});
  const sources = {
    oxford: source("oxford-vacancies", "oxford_house_processed_latest.json"),
    samhsa: source("samhsa-quarterly", "treatment_centers_master.json")
  };
  writeFileSync(join(project, "workbench.json"), JSON.stringify({sources: "sources", update: {sources}}));
  return project;
}

function commandsOf(page: string): string[] {
  const text = readFileSync(join(RUNBOOKS, page), "utf8");
  return Array.from(text.matchAll(/^( *)```sh\n([^]*?)^ *```$/gm), ([, indent, block]) =>
    block!.replaceAll(new RegExp(`^${indent}`, "gm"), "")
  );
}

/** Runs the commands in one shell, as a reader does; npx is left out to save its start. */
async function run(page: string): Promise<{code: number | null; printed: string}> {
  const workbench = `npx() { [ "$1" = workbench ] || return 9; shift; ${process.execPath} src/cli/workbench.js "$@"; }`;
  const script = [workbench, "set -ex", ...commandsOf(page)].join("\n");
  const env = {...process.env, WORKBENCH_TARGET: "", MOTHERDUCK_TOKEN: ""};
  for (const name of Object.keys(env))
    if (name.startsWith("WORKBENCH_")) delete env[name as keyof typeof env];
  const child = spawn("bash", ["-c", script], {
    cwd: projectFor(page),
    env,
    stdio: ["ignore", "pipe", "pipe"]
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((settle) => child.on("close", settle));
  return {code, printed};
}

it.each(pages)("every command of %s does what it says", {timeout: 900_000}, async (page) => {
  expect(commandsOf(page).length).toBeGreaterThan(0);
  const {code, printed} = await run(page);
  expect(code, printed).toBe(0);
});

it("the index links to every page, and every link of a runbook leads to a page", () => {
  const links = (page: string) =>
    Array.from(
      readFileSync(join(RUNBOOKS, page), "utf8").matchAll(/\]\(([\w-]+\.md)\)/g),
      ([, link]) => link!
    );
  expect([...new Set(links("README.md"))].sort()).toEqual([...pages].sort());
  for (const page of pages) for (const link of links(page)) expect(pages).toContain(link);
});

it("every runbook that the plan asks for is there", () => {
  expect(pages).toEqual(
    expect.arrayContaining(
      ["daily", "weekly", "monthly", "quarterly", "failed-update", "corrupt-warehouse", "bad-publish"]
        .concat(["restore-drill", "schema-change", "new-source", "slow-query", "rotating-the-token"])
        .map((name) => `${name}.md`)
    )
  );
});

it.each(["docs/operations.md", ".github/workflows/monthly.yml"])(
  "%s names only commands that exist",
  (path) => {
    const named = Array.from(
      readFileSync(path, "utf8").matchAll(/npx workbench (\w+)/g),
      ([, name]) => name!
    );
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(commandNames()).toContain(name);
  }
);
