import {expect, it} from "vitest";
import {bundlePackage} from "../../src/site/bundlePackage.js";
import {installedPackages} from "../../src/site/installedPackages.js";
import {parsePackageSpecifier} from "../../src/site/packageSpecifier.js";

const root = process.cwd();
const packages = installedPackages(root);
const bundle = (name: string, inline?: RegExp) =>
  bundlePackage(name, "", {root, packages, folder: packages.get(name)![0]!.folder, ...(inline && {inline})});

it.each([
  ["d3", {name: "d3", path: ""}],
  ["d3@7.9.2/+esm", {name: "d3", version: "7.9.2", path: "+esm"}],
  ["@observablehq/plot@^0.6/dist/a.js", {name: "@observablehq/plot", version: "^0.6", path: "dist/a.js"}],
  ["us-atlas/states-10m.json", {name: "us-atlas", path: "states-10m.json"}]
])("the specifier %s is parsed", (specifier, parts) => {
  expect(parsePackageSpecifier(specifier)).toEqual(parts);
});

it("a package imports its dependencies as modules of their own, at the installed version", async () => {
  const code = await bundle("@observablehq/plot");
  const version = packages.get("d3")![0]!.version;
  expect(code).toContain(`/npm/d3@${version}/+esm`);
  expect(code).not.toMatch(/from\s*"d3"/);
});

it("dependencies that are to be inlined are inlined", async () => {
  expect(await bundle("d3", /^(d3-.+|internmap|delaunator|robust-predicates)$/)).not.toContain("/npm/");
});

it("a CommonJS package exports its names as well as its default", async () => {
  expect(await bundle("topojson-client")).toMatch(/export\{[^}]*feature/);
});
