import {readFileSync} from "node:fs";
import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import {Directory, type Files} from "./directory.js";

/** A few runs of a fixed seed in the ordinary suite; many of a random one where WORKBENCH_TEST_ALL is set. */
const RUNS = process.env.WORKBENCH_TEST_ALL ? {numRuns: 150} : {numRuns: 8, seed: 8};

let directory: Directory;
beforeAll(async () => {
  directory = await Directory.open();
});
afterAll(() => directory.close());

type Json = Record<string, unknown>;
const fixture = (name: string) => JSON.parse(readFileSync(`test/fixtures/sources/${name}`, "utf8")) as Json;

/** Where each JSON source keeps its records, and records of the fixtures to mutate. */
const JSON_SOURCES: [string, string, Json[]][] = (
  [
    ["treatment_centers_master.json", "all_facilities"],
    ["recovery_community_centers_master.json", "all_centers"],
    ["recovery_organizations_master.json", "all_organizations"],
    ["oxford_house_processed_latest.json", "houses"]
  ] as const
).map(([file, list]) => [file, list, fixture(file)[list] as Json[]]);
const RESIDENCES = "master_directory.json";
const RESIDENCE_RECORDS = Object.values(
  fixture(RESIDENCES).organizations_by_state as Record<string, Json[]>
).flat();

const HOSTILE = [
  "<script>alert(1)</script>",
  "'; drop table main.organizations; --",
  '=HYPERLINK("http://example.org")',
  "javascript:alert(1)",
  "data:text/html,x",
  'http://a.org/"onclick="x',
  "\u202Egnp.exe",
  "\0\u0001\u001F",
  "\ud83d",
  "91",
  "-181",
  "1e400",
  "N/A",
  "~2",
  "A~2",
  "x".repeat(5000)
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({unit: "grapheme"}),
  fc.string({unit: "binary"})
);
const value = fc.oneof(
  {weight: 4, arbitrary: text},
  {weight: 2, arbitrary: fc.jsonValue({maxDepth: 2})},
  fc.double(),
  fc.bigInt().map(String),
  fc.record({street: value1(), city: value1(), state: value1(), zip: value1()}, {requiredKeys: []})
);

function value1() {
  return fc.oneof(text, fc.integer(), fc.constant(null));
}

/** A fixture’s record with some fields replaced, removed or added; or any JSON value at all. */
const recordLike = (records: Json[]) => {
  const keys = Array.from(new Set(records.flatMap(Object.keys)));
  const changes = fc.dictionary(
    fc.oneof({weight: 5, arbitrary: fc.constantFrom(...keys)}, fc.string()),
    value,
    {maxKeys: 6}
  );
  const mutated = fc
    .tuple(fc.constantFrom(...records), changes, fc.subarray(keys, {maxLength: 3}))
    .map(([record, changed, removed]) =>
      Object.fromEntries(Object.entries({...record, ...changed}).filter(([key]) => !removed.includes(key)))
    );
  return fc.oneof({weight: 6, arbitrary: mutated as fc.Arbitrary<unknown>}, fc.jsonValue({maxDepth: 3}));
};
const recordList = (records: Json[]) => fc.array(recordLike(records), {minLength: 1, maxLength: 12});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (header: string[], rows: string[][]) =>
  [header, ...rows].map((row) => row.map(quoted).join(",")).join("\n") + "\n";
const rowsOf = (header: string[]) =>
  fc.array(fc.array(text, {minLength: header.length, maxLength: header.length}), {
    minLength: 1,
    maxLength: 10
  });

const EXPORT = [
  "name1",
  "name2",
  "street1",
  "city",
  "state",
  "zip",
  "phone",
  "website",
  "latitude",
  "longitude",
  "sa",
  "a b"
];
const MAPPED = ["what", "where", "kind", "web", "call", "id"];
const ORGANIZATIONS = ["id", "name", "website"];
const LOCATIONS = ["id", "organization_id", "name", "latitude", "longitude"];
const PHONES = ["id", "location_id", "organization_id", "number"];

const folder = fc.record({
  json: fc.tuple(...JSON_SOURCES.map(([, , records]) => recordList(records))),
  residences: fc.dictionary(text, recordList(RESIDENCE_RECORDS), {minKeys: 1, maxKeys: 3}),
  exported: rowsOf(EXPORT),
  mapped: rowsOf(MAPPED),
  organizations: rowsOf(ORGANIZATIONS),
  locations: rowsOf(LOCATIONS),
  phones: rowsOf(PHONES)
});

it("the ledger closes and what is loaded is inert, whatever the records of every source", async () => {
  await fc.assert(
    fc.asyncProperty(
      folder,
      async ({json, residences, exported, mapped, organizations, locations, phones}) => {
        const files: Files = {
          [RESIDENCES]: {organizations_by_state: residences},
          "export.csv": csv(EXPORT, exported),
          "mapped.csv": csv(MAPPED, mapped),
          "mapped.mapping.json": {
            id: "id",
            name: "what",
            city: "where",
            website: "web",
            phone: "call",
            services: "kind",
            type: {constant: "rccs"}
          },
          "pack/organizations.csv": csv(ORGANIZATIONS, organizations),
          "pack/locations.csv": csv(LOCATIONS, locations),
          "pack/phones.csv": csv(PHONES, phones)
        };
        const expected: Record<string, number> = {[RESIDENCES]: Object.values(residences).flat().length};
        JSON_SOURCES.forEach(([file, list], i) => {
          files[file] = {[list]: json[i]};
          expected[file] = json[i]!.length;
        });
        await directory.load(files);
        await expectLedgerCloses(expected);
        await expectInert();
      }
    ),
    RUNS
  );
}, 3_600_000);

async function expectLedgerCloses(expected: Record<string, number>): Promise<void> {
  const totals = await directory.warehouse.rows<{
    file: string;
    read: number;
    accounted: number;
    known: boolean;
  }>(
    `select file, any_value(read_count) as read, count(*)::integer as accounted,
       bool_and(disposition in ('loaded', 'merged', 'quarantined')) as known
     from meta.source_files join meta.ledger using (file) group by file`
  );
  for (const {file, read, accounted, known} of totals) {
    expect([file, accounted, known]).toEqual([file, read, true]);
    if (file in expected) expect([file, read]).toEqual([file, expected[file]]);
  }
  const [row] = await directory.warehouse.rows(
    `select
       (select count(*)::integer from meta.ledger where disposition = 'loaded') - (select count(*)::integer from main.organizations) as unloaded,
       (select count(*)::integer from meta.ledger where disposition = 'merged'
          and organization_id not in (select id from main.organizations)) as astray`
  );
  expect(row).toEqual({unloaded: 0, astray: 0});
}

async function expectInert(): Promise<void> {
  const rows = await directory.organizations(
    "id, name, website, email, phone, latitude, longitude, address_state, services, alternate_names"
  );
  for (const row of rows) {
    const {website, email, phone, latitude, longitude} = row as Record<string, string | null>;
    if (website !== null) expect(new URL(website!).protocol).toMatch(/^https?:$/);
    if (website !== null) expect(website).not.toMatch(/["<>\\`\s]/);
    if (email !== null) expect(email).toMatch(/^[^\s@<>"'():,;]+@[a-z0-9.-]+$/);
    if (phone !== null) expect(phone).toMatch(/^\+[1-9]\d{6,14}$/);
    expect((latitude === null) === (longitude === null)).toBe(true);
    const seen = [row.name, ...(row.services as string[]), ...(row.alternate_names as string[])] as string[];
    for (const word of seen) expect(word).not.toMatch(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
  }
}
