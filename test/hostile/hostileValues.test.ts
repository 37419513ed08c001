import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {Directory} from "./directory.js";

let directory: Directory;
beforeAll(async () => {
  directory = await Directory.open();
});
afterAll(() => directory.close());

const facilities = (records: object[]) => ({"treatment_centers_master.json": {all_facilities: records}});

it("loads hostile names as the text they are, without what cannot be seen", async () => {
  const names = [
    "<script>alert(1)</script>",
    "'; drop table organizations; --",
    '=HYPERLINK("http://example.org","Click")',
    "\u202Eesuoh\u202C right\u200Fto\u200Eleft",
    "Haven 🏠 House 👩‍👩‍👧",
    "nul\0 bell\u0007 tab\t line\nbreak",
    "ẞ İ ﬁ Ω 中文",
    "a".repeat(100_000),
    "${name} {{name}} %s \\u0041 \\",
    "__proto__"
  ];
  await directory.load(facilities(names.map((name, i) => ({id: `T${i}`, name, state: "PA"}))));
  const rows = await directory.organizations("name");
  expect(rows.map((d) => d.name)).toEqual([
    names[0],
    names[1],
    names[2],
    "esuoh right to left",
    expect.stringMatching(/^Haven 🏠 House /) as string,
    "nul bell tab line break",
    names[6],
    names[7],
    names[8],
    names[9]
  ]);
  for (const {name} of rows) expect(name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
});

it.each([
  ["javascript:alert(1)", null],
  ["JaVaScRiPt:alert(1)//http://example.org", null],
  [" java\nscript:alert(1)", null],
  ["data:text/html,<script>alert(1)</script>", null],
  ["vbscript:x", null],
  ["http://", null],
  ["http://javascript:alert(1)", null],
  ["https://user@evil.example", null],
  ['http://a.org/"onmouseover="alert(1)', null],
  ["http://a.org/<script>", null],
  ["HTTP://Example.org/Path", "http://Example.org/Path"],
  ["example.org", "http://example.org"]
])("reads the website %j as %j", async (website, expected) => {
  await directory.load(facilities([{id: "T", name: "A", website}]));
  expect((await directory.organizations("website"))[0]!.website).toBe(expected);
});

it.each([
  [91, -75, "none", "coordinates_out_of_range"],
  [40, -181, "none", "coordinates_out_of_range"],
  ["N/A", "N/A", "none", "coordinates_unreadable"],
  [0, 0, "none", "coordinates_zero"],
  ["1e400", "-75", "none", "coordinates_unreadable"],
  ["NaN", "-75", "none", "coordinates_unreadable"],
  [-75, 40, "exact", "coordinates_swapped"],
  [40, null, "none", "coordinates_unreadable"]
])("places a record at %j, %j with precision %s", async (latitude, longitude, precision, issue) => {
  await directory.load(facilities([{id: "T", name: "A", latitude, longitude}]));
  const [row] = await directory.organizations("latitude, longitude, geohash, coordinate_precision, issues");
  expect(row).toMatchObject({coordinate_precision: precision, issues: [issue]});
  if (precision === "none") expect(row).toMatchObject({latitude: null, longitude: null, geohash: null});
});

describe("ids that are used again", () => {
  const ids = async () => (await directory.organizations("id")).map((d) => d.id as string).sort();

  it("in one file and in another name another organization, and both are kept", async () => {
    await directory.load({
      ...facilities([
        {id: "X", name: "A"},
        {id: "X", name: "B"},
        {id: "X", name: "A"}
      ]),
      "recovery_community_centers_master.json": {all_centers: [{id: "X", name: "C"}]}
    });
    expect(await ids()).toEqual(["X", "X~2", "X~3"]);
    expect((await directory.ledger()).map((d) => d.disposition)).toEqual([
      "loaded",
      "loaded",
      "loaded",
      "merged"
    ]);
  });

  it("that look like numbered ones stay apart", async () => {
    await directory.load(
      facilities([
        {id: "A", name: "1"},
        {id: "A", name: "2"},
        {id: "A~2", name: "3"},
        {id: "A~2", name: "4"}
      ])
    );
    expect(new Set(await ids()).size).toBe(4);
  });

  it("by records without any: what differs in anything is kept", async () => {
    await directory.load(
      facilities([
        {name: "A", services: ["x"]},
        {name: "A", services: ["y"]},
        {name: "A", services: ["x"]}
      ])
    );
    expect((await directory.ledger()).map((d) => d.disposition)).toEqual(["loaded", "loaded", "merged"]);
  });
});

it("keeps a service whose label has no Latin letter", async () => {
  await directory.load(facilities([{id: "T", name: "A", services: ["Помощь", "帮助", "!!!"]}]));
  expect((await directory.organizations("services"))[0]!.services).toHaveLength(3);
});
