import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {checkPages, unreadSnapshots} from "../../src/site/checkPages.js";
import {Warehouse} from "../../src/warehouse/open.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-pages-"));
const reports = join(folder, "reports");
const loaders = join(folder, "data-loaders");
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
  mkdirSync(reports);
  mkdirSync(loaders);
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

/** Writes one page and one loader and returns what is wrong with them, without the folder’s own path. */
async function faultsOf(page: string, select = "-- title: T\n-- grain: g\nselect 1 as n"): Promise<string[]> {
  writeFileSync(join(reports, "page.md"), page);
  writeFileSync(join(loaders, "numbers.json.sql"), select);
  return (await checkPages(warehouse, {reports, loaders})).map((fault) => fault.replaceAll(`${folder}/`, ""));
}

const cell = (language: string, text: string) => `# Page\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;

it("every page of the site is sound", async () => {
  expect(await checkPages(warehouse)).toEqual([]);
});

it("every snapshot has a reader", () => {
  expect(unreadSnapshots().map(({fileName}) => fileName)).toEqual([]);
});

it("a cell that does not parse is reported with its line", async () => {
  const [fault, ...rest] = await faultsOf(cell("js", "const a = 1;\nconst b = ;"));
  expect(fault).toMatch(/^reports\/page\.md:5: Unexpected/);
  expect(rest).toEqual([]);
});

it("a cell of one object expression is sound", async () => {
  expect(await faultsOf(cell("js", "{a: 1, b: 2}"))).toEqual([]);
});

it("a snapshot that is not there is reported with the line that names it", async () => {
  const [fault] = await faultsOf(cell("js", '\nconst rows = FileAttachment("data/absent.json").json();'));
  expect(fault).toMatch(/^reports\/page\.md:5: no such file: data\/absent\.json/);
});

it("a snapshot that is there, and the text of its SELECT, may be named", async () => {
  expect(
    await faultsOf(cell("js", 'FileAttachment("data/numbers.json"), FileAttachment("data/numbers.json.sql")'))
  ).toEqual([]);
});

it("a backslash that a SQL cell would lose is reported with its line; one written twice is sound", async () => {
  const page = (pattern: string) =>
    cell("sql", `select 1 as n,\n  regexp_matches('a1', '${pattern}') as is_code`);
  expect(await faultsOf(page("\\d"))).toEqual([
    "reports/page.md:5: a sql cell loses the backslash of \\d; write it twice"
  ]);
  expect(await faultsOf(page("\\\\d"))).toEqual([]);
});

it("a link to no page, or to one without its ending, is reported with its line", async () => {
  const page = (target: string) => cell("js", `display(html\`<a href="${target}">there</a>\`);`);
  expect(await faultsOf(page("./page.html?state=TX"))).toEqual([]);
  for (const target of ["./page", "./organization.html", "../page.html"])
    expect(await faultsOf(page(target))).toEqual([
      `reports/page.md:4: ${target} is no page; links end in the page’s name and .html`
    ]);
});

it("a link that code sets, or that a component makes from its own place, is held to the pages too", async () => {
  const code =
    'const a = document.createElement("a");\na.href = "./absent.html";\nconst o = {href: `./page`};';
  expect(await faultsOf(cell("js", code))).toEqual([
    "reports/page.md:5: ./absent.html is no page; links end in the page’s name and .html",
    "reports/page.md:6: ./page is no page; links end in the page’s name and .html"
  ]);
  mkdirSync(join(reports, "components"));
  const addresses = [
    'new URL("../../page.html?q=1", import.meta.url)',
    'new URL("../../", import.meta.url)',
    'new URL("../../absent.html", import.meta.url)',
    'new URL("../../page", import.meta.url)',
    'html`<a href="./page.html">x</a>`'
  ];
  writeFileSync(join(reports, "components/parts.ts"), `${addresses.join("\n")}\n`);
  const faults = await faultsOf("# Page\n");
  rmSync(join(reports, "components"), {recursive: true});
  expect(faults).toEqual([
    "reports/components/parts.ts:5: ./page.html is another page from each folder; write new URL(…, import.meta.url)",
    "reports/components/parts.ts:3: ../../absent.html is no page seen from _import/components/ of the built site",
    "reports/components/parts.ts:4: ../../page is no page seen from _import/components/ of the built site"
  ]);
});

it("a SELECT of an unknown column is reported with its file", async () => {
  const [fault] = await faultsOf(
    "# Page\n",
    "-- title: T\n-- grain: g\nselect no_such_column from meta.builds"
  );
  expect(fault).toMatch(/^data-loaders\/numbers\.json\.sql: Binder Error.*no_such_column/s);
});

it("a SELECT of a type that JavaScript cannot hold is reported with its column", async () => {
  const [fault] = await faultsOf("# Page\n", "-- title: T\n-- grain: g\nselect 1::bigint as big");
  expect(fault).toMatch(/^data-loaders\/numbers\.json\.sql: column big is BIGINT/);
});

it("a SQL cell of an unknown column is reported with its line", async () => {
  const page = `---\nsql:\n  numbers: ./data/numbers.json\n---\n${cell("sql id=rows", "select n\n  , m\nfrom numbers\nwhere n = ${n}")}`;
  expect(await faultsOf(page)).toEqual([expect.stringMatching(/^reports\/page\.md:9: Binder Error.*"m"/)]);
});
