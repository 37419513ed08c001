import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {linkDuplicates} from "../../src/pipeline/linkDuplicates.js";
import {importAnswers} from "../../src/pipeline/review/importAnswers.js";
import {reviewResult} from "../../src/pipeline/review/reviewResult.js";
import {reviewSample} from "../../src/pipeline/review/reviewSample.js";
import type {Warehouse} from "../../src/warehouse/open.js";
import {seededWarehouse} from "./seededWarehouse.js";

const FIRST = [
  "Harbor",
  "Summit",
  "Lantern",
  "Meadow",
  "Anchor",
  "Beacon",
  "Willow",
  "Gateway",
  "Prairie",
  "Canyon"
];
const SECOND = ["Ridge", "Falls", "Hollow", "Bridge", "Grove", "Shore", "Crest", "Field", "Mill", "Stone"];
const KINDS = ["Recovery Center", "Counseling Services", "Treatment Program", "Health Clinic", "House"];
const STREETS = ["Oak", "Elm", "Birch", "Maple", "Cedar", "Aspen", "Juniper", "Laurel", "Hazel"];

interface Listing {
  id: string;
  name: string;
  street?: string;
  city?: string;
  phone?: string;
  website?: string;
  type?: string;
}

/** A hundred places; every third is listed as SU and as MH. */
function background(): Listing[] {
  return Array.from({length: 100}, (_, i): Listing[] => {
    const name = `${FIRST[i % 10]} ${SECOND[Math.floor(i / 10)]} ${KINDS[i % 5]}`;
    const host = name.toLowerCase().replaceAll(" ", "");
    const place = {
      name,
      street: `${100 + i * 3} ${STREETS[i % 9]} Street`,
      city: `Town ${i % 7}`,
      phone: `+1617555${1000 + i * 13}`,
      website: `https://${host}.example`
    };
    const su = {id: `S${i}`, ...place, type: "SU"};
    return i % 3 ? [su] : [su, {id: `M${i}`, ...place, type: "MH"}];
  }).flat();
}

const special: Listing[] = [
  {
    id: "A1",
    name: "Quillwater Society",
    street: "9 Elm Street",
    city: "Town 1",
    phone: "+16175559001",
    website: "https://quillwater.example",
    type: "SU"
  },
  {
    id: "A2",
    name: "Quillwater Society",
    street: "740 Laurel Avenue",
    city: "Town 4",
    phone: "+16175559001",
    website: "https://quillwater.example",
    type: "SU"
  },
  {
    id: "B1",
    name: "Thistledown Collective",
    street: "51 Hazel Street",
    city: "Town 2",
    phone: "+16175559101",
    type: "SU"
  },
  {
    id: "B2",
    name: "Osprey Wellness",
    street: "51 Hazel Street",
    city: "Town 2",
    phone: "+16175559177",
    type: "SU"
  },
  {id: "C1", name: "Nothing Known But This"}
];

async function linked(listings: Listing[], decisions = ""): Promise<Warehouse> {
  const warehouse = await seededWarehouse();
  for (const [i, {id, name, street, city, phone, website, type}] of listings.entries())
    await warehouse.run(
      `insert into main.organizations by name
       select $id as id, $name as name, 'treatment_centers' as organization_type, $street as address_street,
         $city as address_city, if($city is null, null, 'MA') as address_state, if($phone is null, [], [$phone]) as phones, $phone as phone,
         $website as website, $type as facility_type, [] as services, [] as certifications, [] as demographics,
         'test' as data_source, false as is_narr_certified, [] as funding_sources, $record as record_id,
         [] as alternate_names, [] as payers, [] as languages, [] as service_codes, 'local' as scope,
         'none' as coordinate_precision, false as is_synthetic, [] as issues`,
      {
        id,
        name,
        street: street ?? null,
        city: city ?? null,
        phone: phone ?? null,
        website: website ?? null,
        type: type ?? null,
        record: i
      }
    );
  if (decisions)
    await warehouse.run(
      "insert into reference.review_decisions by name select * from read_csv($file, header = true, all_varchar = true, nullstr = '')",
      {file: decisions}
    );
  await linkDuplicates(warehouse);
  return warehouse;
}

const siteOf = async (warehouse: Warehouse, id: string) =>
  (
    await warehouse.rows<{site_id: string}>(
      "select site_id from analysis.site_members where organization_id = $id",
      {id}
    )
  )[0]!.site_id;

const folder = mkdtempSync(join(tmpdir(), "review-"));
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await linked([...background(), ...special]);
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

it("joins every place listed as SU and as MH, and nothing else", async () => {
  const sites = await warehouse.rows<{site_id: string; kind: string; record_count: number}>(
    "select site_id, kind, record_count from analysis.sites where record_count > 1 order by site_id"
  );
  const expected = background().filter(({id}) => id.startsWith("M"));
  expect(sites.map(({site_id}) => site_id)).toEqual(expected.map(({id}) => id).sort());
  expect(new Set(sites.map(({kind}) => kind))).toEqual(new Set(["su_mh"]));
});

it("keeps two addresses of one operator, and two organizations at one address, apart", async () => {
  expect(await siteOf(warehouse, "A1")).not.toBe(await siteOf(warehouse, "A2"));
  expect(await siteOf(warehouse, "B1")).not.toBe(await siteOf(warehouse, "B2"));
});

it("names the record that says too little to be linked", async () => {
  const rows = await warehouse.rows<{organization_id: string}>(
    "select organization_id from analysis.unlinkable"
  );
  expect(rows).toEqual([{organization_id: "C1"}]);
});

it("lets the parts of a weight and the prior add up to it", async () => {
  const [row] = await warehouse.rows<{pairs: number; worst: number}>(`
    select count(*)::integer as pairs, max(abs(weight - value - list_sum(parts))) as worst
    from analysis.match_pairs cross join (select value from analysis.match_numbers where name = 'prior')`);
  expect(row!.pairs).toBeGreaterThan(30);
  expect(row!.worst).toBeLessThan(1e-4);
});

it("follows a person, finds a record again under a new id, and reports what no longer applies", async () => {
  const answers = join(folder, "answers.csv");
  const decisions = join(folder, "decisions.csv");
  writeFileSync(
    answers,
    "id_a,id_b,answer,note\nA1,A2,same,seen\nM0,S0,different,\nM3,S3,different,\nM6,S6,same,\nB1,B2,,\n"
  );
  const imported = await importAnswers(warehouse, answers, {decisionsPath: decisions, today: "2025-08-01"});
  expect(imported).toEqual({added: 4, changed: 0, unanswered: 1});
  const listings = [...background(), ...special].map((listing) =>
    listing.id === "M0"
      ? {...listing, id: "RENUMBERED"}
      : listing.id === "M3"
        ? {...listing, name: "Another Name"}
        : listing
  );
  const later = await linked(listings, decisions);
  expect(await siteOf(later, "A1")).toBe(await siteOf(later, "A2"));
  expect(await siteOf(later, "RENUMBERED")).not.toBe(await siteOf(later, "S0"));
  const statuses = await later.rows<{id_a: string; status: string}>(
    "select id_a, status from analysis.decisions order by id_a"
  );
  expect(statuses).toEqual([
    {id_a: "A1", status: "applied"},
    {id_a: "M0", status: "reanchored"},
    {id_a: "M3", status: "changed"},
    {id_a: "M6", status: "applied"}
  ]);
  const {answered, precision} = await reviewResult(later);
  expect(answered).toBeGreaterThanOrEqual(2);
  expect(precision.low).toBeLessThan(precision.high);
  later.close();
});

it("draws the same blind sample twice, without a weight in it", async () => {
  const [one, two] = [join(folder, "one.csv"), join(folder, "two.csv")];
  const count = await reviewSample(warehouse, one, {size: 20, seed: 1});
  await reviewSample(warehouse, two, {size: 20, seed: 1});
  expect(count).toBeGreaterThan(0);
  expect(readFileSync(one)).toEqual(readFileSync(two));
  expect(readFileSync(one, "utf8").split("\n")[0]).not.toMatch(/weight|probability|kind/);
});

it("refuses an answer that it does not know, and writes nothing", async () => {
  const answers = join(folder, "wrong.csv");
  const decisions = join(folder, "untouched.csv");
  writeFileSync(answers, "id_a,id_b,answer,note\nA1,A2,maybe,\n");
  await expect(
    importAnswers(warehouse, answers, {decisionsPath: decisions, today: "2025-08-01"})
  ).rejects.toThrow(/unknown answer: maybe, line 2/);
  expect(() => readFileSync(decisions)).toThrow();
});
