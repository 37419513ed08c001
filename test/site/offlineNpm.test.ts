import * as d3 from "d3";
import {expect, it, vi} from "vitest";
import {bundlePackage, type BundleOptions} from "../../src/site/bundlePackage.js";
import {installedPackages} from "../../src/site/installedPackages.js";
import {parsePackageSpecifier} from "../../src/site/packageSpecifier.js";

const root = process.cwd();
const packages = installedPackages(root);
const bundle = (name: string, options: Partial<BundleOptions> = {}) =>
  bundlePackage(name, "", {root, packages, folder: packages.get(name)![0]!.folder, ...options});
const all = /^(d3-.+|internmap|delaunator|robust-predicates)$/;
const replace = {"d3-dsv": "src/site/browser/delimitedText.ts"};

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
  expect(await bundle("d3", {inline: all})).not.toContain("/npm/");
});

it("a CommonJS package exports its names as well as its default", async () => {
  expect(await bundle("topojson-client")).toMatch(/export\{[^}]*feature/);
});

it.each([
  ["d3-dsv", {replace}],
  ["d3", {replace, inline: all}]
])("CSV is read by %s without code made from text, as d3 itself reads it", async (name, options) => {
  const code = await bundle(name, options);
  const module = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const ours = (await import(/* @vite-ignore */ module)) as typeof d3;
  const text = 'name,count,"a ""b"""\nOne,1,\n"Two, and\nmore",2\nThree,,x,beyond\nFour\n';
  const [asText, asTypes] = [d3.csvParse(text), d3.csvParse(text, d3.autoType)];
  vi.stubGlobal("Function", () => {
    throw new Error("refused by the policy");
  });
  const read = ours.dsvFormat(",").parse(text);
  vi.unstubAllGlobals();
  expect(read).toEqual(asText);
  expect(read.columns).toEqual(["name", "count", 'a "b"']);
  expect(ours.csvParse(text, d3.autoType)).toEqual(asTypes);
  const tabs = "a\tb\n1\t2\n3\t";
  const onlyFull = ({b}: d3.DSVRowString<"a" | "b">) => (b ? {b} : null);
  expect(ours.tsvParse(tabs, onlyFull)).toEqual(d3.tsvParse(tabs, onlyFull));
});
