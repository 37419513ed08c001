import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path/posix";
import {expect, it} from "vitest";

/** Rooms from the ground up; a room may import only from itself and the rooms before it. */
const ROOMS = [
  "error",
  "config",
  "warehouse",
  "sources",
  "analysis",
  "checks",
  "pipeline",
  "snapshots",
  "operations",
  "site",
  "cli"
];

const room = (path: string) =>
  ROOMS.findIndex((name) => path === `src/${name}.ts` || path.startsWith(`src/${name}/`));
const files = readdirSync("src", {recursive: true, encoding: "utf8"})
  .filter((path) => path.endsWith(".ts"))
  .map((path) => join("src", path));

it.each(files)("%s imports only from rooms below its own", (path) => {
  const source = readFileSync(path, "utf8");
  const targets = Array.from(source.matchAll(/from "(\.[^"]+)"/g), ([, specifier]) =>
    join(path, "..", specifier!.replace(/\.js$/, ".ts"))
  );
  expect(room(path)).toBeGreaterThanOrEqual(0);
  expect(targets.filter((target) => room(target) > room(path))).toEqual([]);
});

it.each(files)("%s stays under 200 lines", (path) => {
  expect(readFileSync(path, "utf8").split("\n").length).toBeLessThanOrEqual(200);
});
