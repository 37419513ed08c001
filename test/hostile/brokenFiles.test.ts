import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {Directory, type Files, folderOf} from "./directory.js";

const JSON_FILE = "treatment_centers_master.json";
const EXPORT = "name1,name2,street1,street2,city,state,zip,phone,sa\n";
const GOOD = {id: "T1", name: "North Hall", state: "PA"};
const good = (text: string) => `{"all_facilities": [${JSON.stringify(GOOD)}, ${text}]}`;

let directory: Directory;
beforeAll(async () => {
  directory = await Directory.open();
});
afterAll(() => directory.close());

describe("a broken source stops the build with one line", () => {
  it.each<[string, Files, RegExp]>([
    ["an empty folder", {}, /^no source files in .+; it needs any of the files that docs\/sources\.md lists/],
    ["an empty file", {[JSON_FILE]: ""}, /^empty file: .+master\.json; fetch it again/],
    [
      "a file of blanks",
      {[JSON_FILE]: " \n\t\n"},
      /malformed JSON: .+unexpected end of file at line 3, column 1/
    ],
    ["an empty export", {"export.csv": EXPORT}, /^no records in .+export\.csv: it has a header and no rows/],
    [
      "a source without its list",
      {[JSON_FILE]: {facility_rows: []}},
      /^no records in .+: sought all_facilities\.\*, /
    ],
    [
      "a list that is an object",
      {[JSON_FILE]: {all_facilities: {a: GOOD}}},
      /^no records in .+: sought all_facil/
    ],
    ["a document that is a text", {[JSON_FILE]: '"all_facilities"'}, /^no records in /],
    [
      "a file cut within its list",
      {[JSON_FILE]: '{"all_facilities": [{"id": 1},\n  '},
      /unexpected end of file at line 2, col/
    ],
    [
      "a file cut within a record",
      {[JSON_FILE]: '{"all_facilities": [{"id": 1},\n  {"id": "2", "na'},
      /malformed JSON: .+: end of file within what begins at line 2, column 3;/
    ],
    [
      "text after the document",
      {[JSON_FILE]: `${good("{}")}\n{}`},
      /text after the document at line 2, column 1/
    ],
    [
      "a missing comma",
      {[JSON_FILE]: '{"all_facilities": [{"id": 1}\n {"id": 2}]}'},
      /expected a comma .+ at line 2, column 2/
    ],
    [
      "UTF-16 JSON",
      {[JSON_FILE]: Buffer.from("\uFEFF{}", "utf16le")},
      /^encoded as UTF-16: .+; save it as UTF-8$/
    ],
    ["a UTF-16 table", {"x.csv": Buffer.from(`\uFEFF${EXPORT}`, "utf16le")}, /^encoded as UTF-16: /],
    [
      "a quote that never closes",
      {"export.csv": `${EXPORT}"North Hall,,1 Oak St\nx\ny\n`},
      /^malformed CSV: .+at line 4/
    ],
    ["a header whose quote never closes", {"export.csv": `"${EXPORT}`}, /^malformed CSV: .+export\.csv/]
  ])("%s", async (_, files, message) => {
    const error = await directory.load(files).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({name: "UserError", message: expect.stringMatching(message) as string});
    expect((error as Error).message).not.toContain("\n");
  });

  it("a folder that is missing, or a file", async () => {
    const {folder, remove} = folderOf({"a.json": "{}"});
    for (const name of ["nowhere", "a.json"])
      await expect(directory.loadFolder(join(folder, name))).rejects.toThrow(
        /^no such folder: .+; set WORKBENCH_SOURCES/
      );
    remove();
  });

  it("a link to a file that is gone", async () => {
    const {folder, remove} = folderOf({[JSON_FILE]: good("{}")});
    symlinkSync("/nowhere/at/all", join(folder, "oxford_house_processed_latest.json"));
    await expect(directory.loadFolder(folder)).rejects.toThrow(
      /^no such file: .+oxford_house_processed_latest\.json; it is a link that leads nowhere$/
    );
    remove();
  });
});

describe("a broken record stops nothing and is accounted for", () => {
  it.each([
    ["a number", "7", "not an object: 7"],
    ["a text", '"North Hall"', 'not an object: "North Hall"'],
    ["a list", '[{"name": "North Hall"}]', "not an object: "],
    ["null", "null", "not an object: null"],
    ["a record with broken insides", '{"name": }', "malformed JSON"],
    ["a control character in a text", '{"name": "A\u0001B"}', "malformed JSON"],
    ["a line break in a text", '{"name": "A\nB"}', "malformed JSON"],
    ["half a surrogate pair", '{"name": "A\\ud800"}', "malformed JSON"],
    ["an empty record", "{}", "no name"],
    ["a name of blanks and marks", '{"name": " \u200B\u202E\uFEFF "}', "no name"]
  ])("%s", async (_, text, reason) => {
    await directory.load({[JSON_FILE]: good(text)});
    const ledger = await directory.ledger();
    expect(ledger).toHaveLength(2);
    expect(ledger[0]).toMatchObject({disposition: "loaded", organization_id: "T1"});
    expect(ledger[1]).toMatchObject({
      disposition: "quarantined",
      position: 2,
      line: 1,
      reason: expect.stringContaining(reason) as string
    });
  });

  it.each([
    '{"id": "T2", "name": "B",}',
    '{"id": "T2", "name": "B", "latitude": NaN, "longitude": -Infinity}'
  ])("%s, which DuckDB forgives, is loaded", async (text) => {
    await directory.load({[JSON_FILE]: good(text)});
    expect((await directory.organizations("id, latitude"))[1]).toEqual({id: "T2", latitude: null});
  });

  it("a record larger than the limit, its bytes hashed", async () => {
    await directory.load({[JSON_FILE]: good(`{"id": "T2", "name": "${"x".repeat(20 << 20)}"}`)});
    const [loaded, quarantined] = await directory.ledger();
    expect(loaded!.disposition).toBe("loaded");
    expect(quarantined).toMatchObject({
      disposition: "quarantined",
      reason: expect.stringMatching(/larger than/) as string
    });
  });

  it("values of wrong types, each read for what it is", async () => {
    const odd = {
      id: 17,
      name: "South Hall",
      state: ["PA"],
      services: {a: 1},
      phone: 6175550123,
      coordinates: "none",
      capacity: [1, 2],
      contact: "call us",
      latitude: true,
      longitude: {},
      facility_details: [],
      is_narr_certified: "perhaps",
      extraction_date: 20250801
    };
    await directory.load({[JSON_FILE]: good(JSON.stringify(odd))});
    expect((await directory.organizations("id, name, phone, extraction_date::varchar as day"))[1]).toEqual({
      id: "17",
      name: "South Hall",
      phone: "+16175550123",
      day: "2025-08-01"
    });
  });
});

describe("a file in another dress is read", () => {
  const ROW = '"Café ""Noël"", East",,"1 Oak St\nRear",,Erie,PA,16501,814-555-0101,1\n';
  it.each<[string, string | Buffer]>([
    ["commas, quotes and line breaks in fields", EXPORT + ROW],
    ["a byte-order mark and blanks in the header", `\uFEFF${EXPORT.replaceAll(",", ", ")}${ROW}`],
    ["Windows line ends", (EXPORT + ROW).replaceAll("\n", "\r\n")],
    [
      "semicolons",
      (EXPORT + ROW.replace(", East", "; East")).replace(/,(?! East)/g, ";").replace("; East", ", East")
    ],
    ["tabs", (EXPORT + ROW).replace(/,(?! East)/g, "\t")],
    ["Latin-1", Buffer.from(EXPORT + ROW, "latin1")]
  ])("a table with %s", async (_, content) => {
    await directory.load({"export.csv": content});
    expect(await directory.organizations("name, address_street, address_zip, service_codes")).toEqual([
      {
        name: 'Café "Noël", East',
        address_street: "1 Oak St Rear",
        address_zip: "16501",
        service_codes: ["SA"]
      }
    ]);
  });

  it("rows of one encoding among rows of another", async () => {
    const rows = [
      Buffer.from("Café,,,,,PA,,,1\n"),
      Buffer.from("Café,,,,,OH,,,1\n", "latin1"),
      Buffer.from("Łódź,,,,,MD,,,1\n")
    ];
    await directory.load({"export.csv": Buffer.concat([Buffer.from(EXPORT), ...rows])});
    expect((await directory.organizations("name")).map((d) => d.name)).toEqual(["Café", "Café", "Łódź"]);
  });

  it("ragged rows are kept whole and set aside, duplicate and missing headers are told apart", async () => {
    await directory.load({
      "export.csv":
        "name1,name1,,street1,city,state,zip,name1_2\nA,B,C,1 Oak,Erie,PA,16501,D\nA,B\nA,B,C,D,E,F,G,H,I\n"
    });
    const ledger = await directory.ledger();
    expect(ledger.map(({disposition, line, reason}) => [disposition, line, reason])).toEqual([
      ["loaded", 2, null],
      ["quarantined", 3, "2 cells in a row of 8 columns"],
      ["quarantined", 4, "9 cells in a row of 8 columns"]
    ]);
    const raws = await directory.warehouse.rows<{raw: string}>(
      "select raw from raw.records order by record_id"
    );
    expect(JSON.parse(raws[0]!.raw)).toEqual({
      name1: "A",
      name1_3: "B",
      column_3: "C",
      street1: "1 Oak",
      city: "Erie",
      state: "PA",
      zip: "16501",
      name1_2: "D"
    });
    expect(Object.values(JSON.parse(raws[2]!.raw) as object)).toEqual([..."ABCDEFGHI"]);
  });

  it("JSON with a byte-order mark, invalid UTF-8 and an escaped NUL", async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF{"all_facilities": [{"id": "A", "name": "Caf'),
      Buffer.from([0xe9]),
      Buffer.from('"}, {"id": "B", "name": "nul\\u0000nul", "state": "PA"}]}')
    ]);
    await directory.load({[JSON_FILE]: bytes});
    const rows = await directory.organizations("id, name");
    expect(rows[0]).toEqual({id: "A", name: "Café"});
    expect(rows[1]!.name).toMatch(/^nul.?nul$/);
    expect(rows[1]!.name).not.toContain("\0");
  });

  it("a link to a file elsewhere", async () => {
    const elsewhere = folderOf({[JSON_FILE]: good("{}")});
    const {folder, remove} = folderOf({});
    symlinkSync(join(elsewhere.folder, JSON_FILE), join(folder, JSON_FILE));
    mkdirSync(join(folder, "subfolder"));
    writeFileSync(join(folder, ".hidden"), "x");
    await directory.loadFolder(folder);
    expect(await directory.ledger()).toHaveLength(2);
    remove();
    elsewhere.remove();
  });
});
