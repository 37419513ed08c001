import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {generateSample, type SampleResult} from "../../../src/sources/sample/generateSample.js";
import {readSampleStamp} from "../../../src/sources/sample/sampleStamp.js";

const SCALE = 0.02;
const FILES = [
  "master_directory.json",
  "oxford_house_processed_latest.json",
  "recovery_community_centers_master.json",
  "recovery_organizations_master.json",
  "treatment_centers_master.json"
];

type Entry = Record<string, unknown>;

const root = mkdtempSync(join(tmpdir(), "sample-"));
const folder = join(root, "first");
let result: SampleResult;

beforeAll(async () => {
  result = await generateSample({folder, scale: SCALE});
});

afterAll(() => rmSync(root, {recursive: true, force: true}));

const json = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
const truth = (file: string) =>
  parse(readFileSync(join(folder, "truth", `${file}.csv`)), {columns: true}) as Record<string, string>[];

function recordsOf(file: string): Entry[] {
  const content = json(file);
  if (content.organizations_by_state && !content.all_organizations)
    return Object.values(content.organizations_by_state as Record<string, Entry[]>).flat();
  return content.all_centers ?? content.all_organizations ?? content.all_facilities ?? content.houses;
}

function hashes(path: string): Record<string, string> {
  const files = readdirSync(path, {recursive: true, encoding: "utf8"}).filter((name) =>
    statSync(join(path, name)).isFile()
  );
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(path, name)))
        .digest("hex")
    ])
  );
}

describe("generateSample", () => {
  it("writes the five files and, apart from them, the truth", () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    ).toEqual(FILES);
    expect(readdirSync(join(folder, "truth")).sort()).toEqual([
      "damages.csv",
      "records.csv",
      "sites.csv",
      "stamp.json"
    ]);
  });

  it("writes the plan's counts times the scale", () => {
    const expected = [404, 6, 207, 184, 40_296].map((count) => Math.max(1, Math.round(count * SCALE)));
    const written = FILES.map((file) => result.records[file]!);
    // Parts are rounded one by one, so the treatment total may differ by a record.
    written.forEach((count, i) => expect(Math.abs(count - expected[i]!)).toBeLessThanOrEqual(1));
    expect(FILES.map((file) => recordsOf(file).length)).toEqual(written);
  });

  it("states its counts in the envelopes truly", () => {
    expect([
      json("master_directory.json").total_organizations_found,
      json("oxford_house_processed_latest.json").metadata.total_houses_with_vacancies,
      json("recovery_community_centers_master.json").total_centers,
      json("recovery_organizations_master.json").total_organizations,
      json("treatment_centers_master.json").total_facilities
    ]).toEqual(FILES.map((file) => result.records[file]));
    const counts: Record<string, number> = {};
    for (const {level_of_care} of recordsOf("treatment_centers_master.json"))
      counts[String(level_of_care)] = (counts[String(level_of_care)] ?? 0) + 1;
    expect(counts).toEqual(json("treatment_centers_master.json").statistics.by_level);
  });

  it("writes the same bytes for the same seed, and others for another", async () => {
    const [again, other] = [join(root, "again"), join(root, "other")];
    await generateSample({folder: again, scale: SCALE});
    await generateSample({folder: other, scale: SCALE, seed: 2});
    expect(hashes(again)).toEqual(hashes(folder));
    for (const file of FILES) expect(hashes(other)[file]).not.toBe(hashes(folder)[file]);
  });

  it("gives every record an id of its own", () => {
    const ids = FILES.flatMap(recordsOf).map((record) => record.id ?? record.facility_id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("writes nothing where the sample already is, and everything when forced or asked for another", async () => {
    const path = join(root, "kept");
    const small = {folder: path, scale: 0.001};
    expect((await generateSample(small)).isNew).toBe(true);
    expect((await generateSample(small)).isNew).toBe(false);
    expect((await generateSample({...small, force: true})).isNew).toBe(true);
    expect((await generateSample({...small, seed: 3})).isNew).toBe(true);
    expect(readSampleStamp(path)).toMatchObject({seed: 3, scale: 0.001});
  });

  it("writes again where an earlier run was cut short", async () => {
    const path = join(root, "cut");
    await generateSample({folder: path, scale: 0.001});
    rmSync(join(path, "truth", "stamp.json"));
    expect((await generateSample({folder: path, scale: 0.001})).isNew).toBe(true);
    rmSync(join(path, FILES[0]!));
    expect((await generateSample({folder: path, scale: 0.001})).isNew).toBe(true);
  });

  it("survives two runs into one folder at once", async () => {
    const [alone, shared] = [join(root, "alone"), join(root, "shared")];
    await generateSample({folder: alone, scale: 0.001});
    const args = ["src/cli/workbench.js", "sample", "--scale", "0.001", "--folder", shared];
    const run = () => new Promise((resolve) => spawn(process.execPath, args).on("close", resolve));
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
    expect(hashes(shared)).toEqual(hashes(alone));
  });

  it("refuses to overwrite files that it did not write", async () => {
    const path = join(root, "foreign");
    mkdirSync(path);
    writeFileSync(join(path, "master_directory.json"), "{}");
    await expect(generateSample({folder: path, scale: 0.001})).rejects.toThrow(
      /^not a sample: .*master_directory/
    );
    expect(readFileSync(join(path, "master_directory.json"), "utf8")).toBe("{}");
  });

  it.each([0, -1, Number.NaN, Infinity])("refuses the scale %d", async (scale) => {
    await expect(generateSample({folder: join(root, "none"), scale})).rejects.toThrow("not a scale");
  });
});

describe("the truth", () => {
  it("holds every record once, at its position", () => {
    const rows = truth("records");
    expect(rows.map(({file, position}) => `${file} ${position}`)).toEqual(
      Object.keys(result.records).flatMap((file) => recordsOf(file).map((_, i) => `${file} ${i + 1}`))
    );
    const ids = Object.keys(result.records).flatMap((file) =>
      recordsOf(file).map(({id, facility_id}) => id ?? facility_id)
    );
    expect(rows.map(({record_id}) => record_id)).toEqual(ids);
  });

  it("lists 13 percent of the treatment places twice, once for substance use and once for mental health", () => {
    const sites = new Set(truth("sites").map(({site_id}) => site_id));
    const bySite = new Map<string, string[]>();
    for (const {site_id, listing} of truth("records"))
      if (sites.has(site_id!)) bySite.set(site_id!, [...(bySite.get(site_id!) ?? []), listing!]);
    const twice = [...bySite.values()].filter((listings) => listings.length === 2);
    expect(bySite.size).toBe(sites.size);
    expect(Math.abs(twice.length / sites.size - 0.13)).toBeLessThan(0.002);
    for (const listings of twice) expect(listings.sort()).toEqual(["MH", "SU"]);
  });

  it("knows the damage: a record whose name or street is not its place's is listed, and no other", () => {
    const sites = new Map(truth("sites").map((site) => [site.site_id, site]));
    const damaged = new Set(truth("damages").map(({position, field}) => `${position} ${field}`));
    const records = recordsOf("treatment_centers_master.json");
    for (const {file, position, site_id} of truth("records")) {
      const site = sites.get(site_id!);
      if (file !== "treatment_centers_master.json" || !site) continue;
      const {name, address} = records[Number(position) - 1]! as {
        name: string;
        address: string | {street: string};
      };
      const street = typeof address === "string" ? address : address.street;
      const whole = [site.street, site.unit].filter(Boolean).join(", ");
      expect(name !== site.name).toBe(damaged.has(`${position} name`));
      expect(street !== whole).toBe(damaged.has(`${position} street`));
    }
  });

  it("holds one record without a readable date", () => {
    const unreadable = recordsOf("treatment_centers_master.json").filter(
      ({extraction_date}) => extraction_date === "Summer 2025"
    );
    expect(unreadable).toHaveLength(1);
    expect(truth("damages").filter(({kind}) => kind === "date_unreadable")).toHaveLength(1);
  });
});

describe("the shapes", () => {
  const states = (label: string) => json("master_directory.json").organizations_by_state[label] as Entry[];

  it("leaves Georgia's residences without contact, address or city", () => {
    for (const {phone, email, website, address, city} of states("Georgia"))
      expect([phone, email, website, address, city]).toEqual(["", "", "", "", ""]);
  });

  it("labels Massachusetts “Massachusetts Mash” and repeats the label in each record", () => {
    expect(new Set(states("Massachusetts Mash").map(({state}) => state))).toEqual(
      new Set(["Massachusetts Mash"])
    );
  });

  it("gives Oxford houses no coordinates and an object for a source", () => {
    for (const house of recordsOf("oxford_house_processed_latest.json")) {
      expect(Object.keys(house)).not.toContain("coordinates");
      expect(house.data_source).toHaveProperty("source");
    }
  });

  it("writes dates in four forms", () => {
    const dates = recordsOf("treatment_centers_master.json").map(({extraction_date}) =>
      String(extraction_date).replace(/\d/g, "9")
    );
    const dayFirst = recordsOf("treatment_centers_master.json").some(({extraction_date}) =>
      /^(1[3-9]|[23]\d)\//.test(String(extraction_date))
    );
    expect(new Set(dates)).toEqual(new Set(["9999-99-99", "9999/99/99", "99/99/9999", "Summer 9999"]));
    expect(dayFirst).toBe(true);
  });

  it("has three treatment dialects, with coordinates as text, sometimes empty", () => {
    const records = recordsOf("treatment_centers_master.json");
    expect(new Set(records.map(({data_source}) => data_source)).size).toBe(3);
    const converted = records.filter(({coordinates}) => coordinates) as {
      coordinates: Record<string, string>;
    }[];
    expect(converted.every(({coordinates}) => typeof coordinates.latitude === "string")).toBe(true);
    expect(converted.some(({coordinates}) => coordinates.latitude === "")).toBe(true);
  });

  it("keeps hospitals, homes and clinics apart by what they offer", () => {
    for (const {level_of_care, facility_details} of recordsOf("treatment_centers_master.json")) {
      const details = facility_details as {hospital_inpatient: boolean; residential: boolean} | undefined;
      if (level_of_care === "outpatient" && details)
        expect([details.hospital_inpatient, details.residential]).toEqual([false, false]);
    }
  });
});
