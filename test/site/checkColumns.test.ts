import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {checkColumns} from "../../src/site/checkColumns.js";
import type {SnapshotShape} from "../../src/site/pageTypes.js";
import {lineAt, readPages} from "../../src/site/readPages.js";
import {snapshotColumns} from "../../src/snapshots/snapshotColumns.js";
import {snapshotList} from "../../src/snapshots/snapshotList.js";
import {Warehouse} from "../../src/warehouse/open.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-columns-"));
const reports = join(folder, "reports");
const shape = (fileName: string, columns: Record<string, string>): SnapshotShape => ({
  fileName,
  columns: Object.entries(columns).map(([name, type]) => ({name, type}))
});
const snapshots = [
  shape("numbers.json", {
    state: "VARCHAR",
    organization_type: "VARCHAR",
    organization_count: "INTEGER",
    city_count: "INTEGER",
    bed_count: "INTEGER"
  }),
  shape("measures.json", {measure: "VARCHAR", value: "DOUBLE"}),
  shape("areas.parquet", {area: "VARCHAR", state: "VARCHAR", division: "VARCHAR", people: "DOUBLE"})
];
const LOAD = `import * as Plot from "npm:@observablehq/plot";
import {toCsv} from "./components/csv.js";
import {dataTable} from "./components/dataTable.js";
import {figure} from "./components/figure.js";
import {snapshotRows} from "./components/snapshotRows.js";
const rows = await FileAttachment("data/numbers.json").json();
const areas = await snapshotRows(FileAttachment("data/areas.parquet"));
const more = rows.map((d) => ({...d, share: 1}));
const counts = d3.rollups(rows, (v) => v.length, (d) => d.state).map(([state, count]) => ({state, count}));`;
const HEAD = `# Page\n\n\`\`\`js\n${LOAD}\n\`\`\`\n\n\`\`\`js\n`;
/** The line on which the code of a test begins. */
const FIRST = HEAD.split("\n").length;

beforeAll(() => {
  mkdirSync(reports);
  cpSync("reports/components", join(reports, "components"), {recursive: true});
});
afterAll(() => rmSync(folder, {recursive: true}));

/** Returns what is wrong with lines of code of a page, by number from 0. */
async function faultsOf(lines: string[]): Promise<string[]> {
  const faults = await faultsOfPage(`${HEAD}${lines.join("\n")}\n\`\`\`\n`);
  return faults.map((fault) => fault.replace(/^(\d+)/, (line) => String(Number(line) - FIRST)));
}

async function faultsOfPage(text: string): Promise<string[]> {
  writeFileSync(join(reports, "page.md"), text);
  const faults = await checkColumns(readPages(reports), snapshots, reports);
  return faults.map((fault) => fault.replace(`${join(reports, "page.md")}:`, ""));
}

/** Expects each line of code to have the fault beside it. */
async function expectFaults(expected: [code: string, fault: string][]): Promise<void> {
  const faults = await faultsOf(expected.map(([code]) => code));
  expect(faults).toEqual(expected.map(([, fault], i) => `${i}: ${fault}`));
}

it("a property that no row has is reported with its line, wherever rows are at hand", () =>
  expectFaults([
    ["d3.sum(rows, (d) => d.bed_cuont);", "no column bed_cuont in numbers.json. Did you mean 'bed_count'?"],
    ["d3.greatest(rows, (d) => d.bed_count)?.beds;", "no column beds in numbers.json"],
    ["rows.map(({county}) => county);", "no column county in numbers.json"],
    [
      "d3.rollup(rows.filter((d) => d.state), (v) => v[0].city, (d) => d.state);",
      "no column city in numbers.json"
    ],
    ["areas.map((d) => d.bed_count);", "no column bed_count in areas.parquet"],
    ["more.map((d) => d.county);", "no column county in rows made from numbers.json"],
    ["[...rows, ...areas].map((d) => d.city);", "no column city in numbers.json or areas.parquet"],
    ["counts.map((d) => d.cuont);", "no column cuont in rows that the page makes. Did you mean 'count'?"]
  ]));

it("a name that a mark, an input, a table, a figure or a CSV file cannot find is reported with its line", () =>
  expectFaults([
    ['Plot.barX(rows, {x: "bed_sum", y: "state"}).plot();', "no column bed_sum in numbers.json"],
    ["Plot.text(rows, {x: 1, text: (d) => d.zip}).plot();", "no column zip in numbers.json"],
    ['Plot.barX(rows, Plot.groupY({x: "count"}, {y: "county"}));', "no column county in numbers.json"],
    ['Plot.dot(more, {x: "beds (all*"});', "no column beds (all* in rows made from numbers.json"],
    ['Inputs.table(rows, {columns: ["county"]});', "no column county in numbers.json"],
    ["Inputs.select(rows, {format: (d) => d.nmae});", "no column nmae in numbers.json"],
    ['dataTable(rows, {columns: [{key: "nmae"}]});', "no column nmae in numbers.json"],
    [
      'const shown = (d, row) => d; dataTable(rows, {columns: [{key: "nmae", format: shown}]});',
      "no column nmae in numbers.json"
    ],
    ['dataTable(rows, {columns: ["nmae"]});', "no column nmae in numbers.json"],
    ['dataTable(rows, {sort: "nmae"});', "no column nmae in numbers.json"],
    [
      'dataTable(rows, {columns: [{key: "state", format: (d, row) => row.nmae}]});',
      "no column nmae in numbers.json"
    ],
    [
      'figure(null, {title: "T", data: more, columns: ["nmae"]});',
      "no column nmae in rows made from numbers.json"
    ],
    ['figure(null, {title: "T", data: rows, columns: [{key: "nmae"}]});', "no column nmae in numbers.json"],
    ['toCsv(rows, ["nmae"]);', "no column nmae in numbers.json"],
    [
      'dataTable(counts, {columns: ["state", {key: "cuont"}]});',
      "no column cuont in rows that the page makes. Did you mean 'count'?"
    ]
  ]));

it("a name in a list that is used elsewhere is reported at its own line", async () => {
  const list = 'const list = [{key: "state"}, {key: "nmae", format: (d) => d}];';
  expect(await faultsOf([list, "", "dataTable(rows, {columns: list});"])).toEqual([
    "0: no column nmae in numbers.json"
  ]);
  expect(
    await faultsOf(['dataTable(rows, {columns: [...(d3 ? [{key: "nmae"}] : []), {key: "state"}]});'])
  ).toEqual(["0: no column nmae in numbers.json"]);
});

it("rows that another cell gets by a promise are followed", async () => {
  const load = 'const promised = FileAttachment("data/numbers.json").json();';
  expect(await faultsOf([load, "```", "", "```js", "promised.map((d) => d.nmae);"])).toEqual([
    "4: no column nmae in numbers.json"
  ]);
});

it("a row that lacks what a component’s row has is reported with the line that hands it over", async () => {
  const component = `export interface Bed { state: string; bed_count: number; is_free: boolean; kind: "a" | "b" }
export interface Place { state: string; people: number; name: string }
import type {SnapshotFile} from "./snapshotRows.js";
export function beds(rows: Bed[], file?: SnapshotFile<Place>): void {}
`;
  writeFileSync(join(reports, "components/beds.ts"), component);
  await expectFaults([
    [
      'const {beds} = await import("./components/beds.js"); beds(rows);',
      "no column is_free, kind in numbers.json; the component’s Bed has it"
    ],
    [
      "beds(rows.map((d) => ({...d, is_free: true})));",
      "no column kind in rows made from numbers.json; the component’s Bed has it"
    ],
    [
      'beds([], FileAttachment("data/areas.parquet"));',
      "no column name in areas.parquet; the component’s Place has it"
    ]
  ]);
});

const PAGES = "test/fixtures/pages";
it.each(readdirSync(PAGES))("an analyst’s ordinary JavaScript is sound, and is read: %s", async (name) => {
  const page = readFileSync(join(PAGES, name), "utf8");
  expect(await faultsOfPage(page)).toEqual([]);
  const slip = "rows.map((d) => d.nmae)";
  const line = page.split("\n").length;
  expect(await faultsOfPage(`${page}\n\`\`\`js\n${slip}\n\`\`\`\n`)).toEqual([
    `${line + 2}: no column nmae in numbers.json`
  ]);
});

/** A name of each kind in a page of the site, and the slip that is put in its place. */
const SLIPS: [kind: string, page: string, name: string, slip: string, fault: string][] = [
  [
    "a table",
    "quality.md",
    '"stated_count"',
    '"stated_cuont"',
    "no column stated_cuont in source-files.json. Did you mean 'stated_count'?"
  ],
  [
    "a figure",
    "quality.md",
    '"present_share", label',
    '"nmae", label',
    "no column nmae in completeness.json"
  ],
  ["a sort", "operations.md", "step: 50,", 'sort: "nmae",', "no column nmae in operations-headlines.json"],
  [
    "a CSV file",
    "operations.md",
    "toCsv(found)",
    'toCsv(found, ["nmae"])',
    "no column nmae in operations-record-changes.parquet"
  ],
  ["a format", "operations.md", "row.unit", "row.nmae", "no column nmae in operations-headlines.json"]
];

it("a name of each kind that is misspelt in a page of the site is reported with its page and line", async () => {
  const site = join(folder, "site");
  for (const name of readdirSync("reports").filter((entry) => entry !== "data" && !entry.startsWith(".")))
    cpSync(join("reports", name), join(site, name), {recursive: true});
  const expected = SLIPS.map(([, page, name, slip, fault]) => {
    const file = join(site, page);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(name);
    writeFileSync(file, text.replace(name, slip));
    return `${file}:${lineAt(text, text.indexOf(name))}: ${fault}`;
  });
  const shapes = await siteShapes();
  // The page hands the rows on to a component, which has the column by its name.
  const states = shapes.find(({fileName}) => fileName === "help-pairs.json")!;
  states.columns = states.columns.filter(({name}) => name !== "measured_as");
  const coverage = join(site, "coverage.md");
  const lines = readFileSync(coverage, "utf8").split("\n");
  for (const [i, line] of lines.entries())
    if (line.includes("chosenHelp(kinds, pairs"))
      expected.push(
        `${coverage}:${i + 1}: no column measured_as in help-pairs.json; the component’s HelpPair has it`
      );
  expect((await checkColumns(readPages(site), shapes, site)).sort()).toEqual(expected.sort());
});

async function siteShapes(): Promise<SnapshotShape[]> {
  const path = warehousePath({state: inject("fixtureState")});
  const warehouse = await Warehouse.open(path, {readOnly: true});
  const shapes: SnapshotShape[] = [];
  for (const {fileName, file} of snapshotList("data-loaders"))
    shapes.push({fileName, columns: await snapshotColumns(warehouse, file)});
  warehouse.close();
  return shapes;
}
