import {execFileSync} from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {compiledProgram} from "../../src/cli/compiledProgram.js";

let root: string;
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const compiled = () => readdirSync(join(root, ".workbench/compiled"));
const run = (...args: string[]) => {
  const stdio = ["ignore", "pipe", "pipe"] as const;
  return execFileSync(process.execPath, [join(root, "src/cli/workbench.js"), ...args], {
    encoding: "utf8",
    stdio: [...stdio]
  });
};

/** A project of a few files that starts as this one does. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "workbench-compiled-"));
  mkdirSync(join(root, "src/cli"), {recursive: true});
  for (const file of ["package.json", "tsconfig.json", "src/cli/workbench.js", "src/cli/compiledProgram.js"])
    cpSync(file, join(root, file));
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  mkdirSync(join(root, "src/snapshots"));
  write("src/snapshots/emit.ts", "export {};\n");
  write("src/cli/answer.ts", "export const answer: number = 1;\n");
  write(
    "src/cli/main.ts",
    `import {answer} from "./answer.js";

export async function main([word]: string[]): Promise<number> {
  if (word === "fail") throw new Error("on line four");
  console.log(answer, import.meta.url);
  return 0;
}
`
  );
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

it("a program is compiled once and finds files where its sources lie", async () => {
  expect(run()).toMatch(/^1 file:.*\/src\/cli\/main\.ts\n$/);
  const program = await compiledProgram(root);
  expect(program).toContain(`/.workbench/compiled/${compiled()[0]}/main.mjs`);
  run();
  expect(compiled()).toHaveLength(1);
});

it("a change is run at once, even if it shows in neither size nor time of the file", () => {
  const path = join(root, "src/cli/answer.ts");
  run();
  const {atime, mtime} = statSync(path);
  write("src/cli/answer.ts", "export const answer: number = 2;\n");
  utimesSync(path, atime, mtime);
  expect(run()).toMatch(/^2 /);
});

it("the place of an error is that in the source", () => {
  expect(() => run("fail")).toThrow(/on line four\n +at main \(\S*\/src\/cli\/main\.ts:4:\d+\)/);
});

it("two processes at once compile one program and leave nothing half done", async () => {
  const programs = await Promise.all([compiledProgram(root), compiledProgram(root)]);
  expect(programs[0]).toBeDefined();
  expect(programs[1]).toBe(programs[0]);
  expect(compiled()).toHaveLength(1);
});

it("a folder that cannot be written to runs without being compiled", async () => {
  write(".workbench", "a file where a folder is wanted");
  expect(await compiledProgram(root)).toBeUndefined();
  expect(run()).toMatch(/^1 /);
});

it("an error in a source is told by its name", async () => {
  write("src/cli/answer.ts", "export const answer: = 1;\n");
  expect(await compiledProgram(root)).toBeUndefined();
  expect(() => run()).toThrow(/src\/cli\/answer\.ts:1:21/);
});

it("no more than eight versions are kept", async () => {
  for (let i = 0; i < 10; i++) {
    write("src/cli/answer.ts", `export const answer = ${i};\n`);
    await compiledProgram(root);
  }
  expect(compiled()).toHaveLength(8);
  expect(run()).toMatch(/^9 /);
});

it("this program can be compiled, with its threads", async () => {
  const program = await compiledProgram();
  expect(program).toBeDefined();
  const threads = readdirSync(new URL("threads/", program));
  expect(threads.filter((name) => name.endsWith(".mjs"))).toEqual(["linkageRuns.mjs", "networkRuns.mjs"]);
});
