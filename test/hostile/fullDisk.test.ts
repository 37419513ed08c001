import {execFileSync} from "node:child_process";
import {cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {runBuild} from "./processes/runBuild.js";

/** Mounts a small file system in memory, or returns false where that is not allowed. */
function mounted(folder: string, megabytes: number): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
}

describe("a full disk", () => {
  it.each(process.env.WORKBENCH_TEST_ALL ? [1, 4, 12] : [4])(
    "of %i MB stops the build with one line, and what is published stays",
    async (spareMegabytes) => {
      const folder = mkdtempSync(join(tmpdir(), "workbench-full-"));
      const published = readFileSync(warehousePath({state: inject("fixtureState")}));
      const size = Math.ceil(published.length / 2 ** 20) + spareMegabytes;
      if (!mounted(folder, size)) {
        rmSync(folder, {recursive: true});
        return console.warn("skipped: mounting a small disk needs root");
      }
      try {
        cpSync(warehousePath({state: inject("fixtureState")}), warehousePath({state: folder}));
        const {code, stderr} = await runBuild("test/fixtures/sources", folder);
        const lines = stderr.split("\n").filter((line) => line.startsWith("workbench:"));
        expect([code, lines]).toEqual([
          1,
          [expect.stringMatching(/^workbench: disk full: the build needs more room/)]
        ]);
        expect(stderr).not.toMatch(/^ {4}at /m);
        expect(readFileSync(warehousePath({state: folder})).equals(published)).toBe(true);
        expect(readdirSync(folder).filter((name) => /candidate|\.lock/.test(name))).toEqual([]);
        expect(existsSync(join(folder, "previous"))).toBe(false);
      } finally {
        execFileSync("umount", [folder]);
        rmSync(folder, {recursive: true});
      }
    }
  );
});
