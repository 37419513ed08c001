import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {randomNumbers} from "../../../src/analysis/duplicates/randomPairs.js";
import {dedupeFiles} from "../../../src/pipeline/duplicates/dedupeFiles.js";
import {readFieldMap} from "../../../src/pipeline/duplicates/fieldMap.js";

const folder = mkdtempSync(join(tmpdir(), "dedupe-"));
afterAll(() => rmSync(folder, {recursive: true}));

const STREETS = ["Oak", "Elm", "Birch", "Maple", "Cedar", "Willow", "Aspen", "Juniper"];
const NAMES = [
  "Harbor",
  "Summit",
  "Lantern",
  "Meadow",
  "Anchor",
  "Beacon",
  "Cornerstone",
  "Juniper",
  "Willow",
  "Gateway"
];
const KINDS = ["Recovery Center", "Counseling Services", "House", "Treatment Program", "Health Clinic"];

/** Rows of invented organizations; every fourth is listed twice, with a misspelt name and other spellings. */
function listings(): string[][] {
  const rows: string[][] = [];
  for (let i = 0; i < 200; i++) {
    const [a, b] = [NAMES[i % 10]!, NAMES[Math.floor(i / 10) % 10]!];
    const kind = KINDS[i % 5]!;
    const city = `City ${"ABCDEFGHIJ"[i % 10]}`;
    const phone = `617-555-${String(1000 + i * 7)}`;
    const street = STREETS[(i * 3) % 8]!;
    rows.push([`r${i}`, `${a} ${b} ${kind}`, `${100 + i} ${street} Street`, city, phone, String(i)]);
    if (i % 4 === 0) {
      const typo = `${a} ${b.slice(0, 3)}${b[4] ?? ""}${b[3] ?? ""}${b.slice(5)} ${kind}, Inc.`;
      const digits = phone.replaceAll("-", "");
      rows.push([
        `d${i}`,
        typo,
        `${100 + i} ${street} St., Suite 4`,
        city,
        `+1 (${digits.slice(0, 3)}) ${digits.slice(3)}`,
        String(i)
      ]);
    }
  }
  return rows;
}

const HEADER = "id,name,street,city,phone,entity";
const csv = (rows: string[][]) =>
  [HEADER, ...rows.map((row) => row.map((cell) => `"${cell}"`).join(","))].join("\n");
const file = (name: string, text: string | Buffer) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const map = readFieldMap("name=name,street=street,city=city,phone=phone");
const clustersOf = (path: string) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) =>
      line
        .split(",")
        .filter((_, i) => i !== 1)
        .join()
    )
    .sort();

/** Citations of 60 papers, some of them by 120 records, written in many ways; the last column is the paper. */
function citations(): string[] {
  const next = randomNumbers(11);
  const pick = <T>(values: T[]) => values[Math.floor(next() * values.length)]!;
  const syllable = () => pick([..."bdfgklmnprst"]) + pick([..."aeiou"]);
  const vocabulary = Array.from({length: 150}, () => syllable() + syllable() + syllable());
  const rows: string[] = [];
  for (let paper = 0; paper < 60; paper++) {
    const title = Array.from({length: 5}, () => pick(vocabulary));
    const authors = [pick(NAMES), pick(NAMES), pick(STREETS)].map((name) => [pick([..."ABCDE"]), name]);
    const year = 1980 + Math.floor(next() * 20);
    for (let copy = 0; copy < (paper % 10 ? 3 : 120); copy++) {
      const words = next() < 0.2 ? title.toSpliced(Math.floor(next() * 5), 1) : title;
      const people = authors.map(([first, last]) =>
        next() < 0.5 ? `${first}. ${last}` : `${last} ${first}`
      );
      rows.push(`"${words.join(" ")}","${people.join("; ")}",${next() < 0.7 ? year : ""},${paper}`);
    }
  }
  return rows;
}

describe("dedupeFiles", () => {
  it("joins entities of 120 records as well as those of three", async () => {
    const path = file("citations.csv", ["title,authors,year,paper", ...citations()].join("\n"));
    const fields = readFieldMap("text=title,text=authors");
    const {metrics} = await dedupeFiles([path], fields, {ids: [], truth: "paper"});
    expect(metrics!.precision).toBeGreaterThan(0.98);
    expect(metrics!.recall).toBeGreaterThan(0.98);
  });

  it("finds misspelt duplicates without labels, whatever the order of the rows", async () => {
    const rows = listings();
    const results = [];
    for (const [name, ordered] of Object.entries({forward: rows, backward: rows.toReversed()})) {
      const clusters = join(folder, `${name}-clusters.csv`);
      const path = file(`${name}.csv`, csv(ordered));
      const {metrics} = await dedupeFiles([path], map, {ids: ["id"], truth: "entity", clusters});
      expect(metrics!.f1).toBeGreaterThan(0.97);
      results.push(clustersOf(clusters));
    }
    expect(results[0]).toEqual(results[1]);
  });

  it("links two files of other quoting and encoding, and counts against known pairs", async () => {
    const rows = listings();
    const left = file("left.csv", csv(rows.filter(([id]) => id!.startsWith("r"))));
    const quoted = rows
      .filter(([id]) => id!.startsWith("d"))
      .map((row) => row.map((cell) => `'${cell.replace("City", "Ci\\'té")}'`).join(","));
    const right = file("right.csv", Buffer.from([HEADER, ...quoted].join("\n"), "latin1"));
    const known = rows.filter(([id]) => id!.startsWith("d")).map(([id]) => `r${id!.slice(1)},${id}`);
    const matches = file("matches.csv", ["left_id,right_id", ...known].join("\n"));
    const {metrics, pairs} = await dedupeFiles([left, right], map, {ids: ["id"], matches});
    expect(metrics!.truth).toBe(50);
    expect(metrics!.f1).toBeGreaterThan(0.95);
    expect(pairs).toBe(metrics!.found);
  });

  it("takes several names for alternatives, of which one that agrees is enough", async () => {
    const word = (i: number) =>
      [...String(1000 + i)].map((digit) => "kalominepurasitovuze".slice(+digit * 2, +digit * 2 + 2));
    const called = (i: number) => `${word(i).join("")} ${KINDS[i % 5]}`;
    const rows = Array.from({length: 400}, (_, i) => [`r${i}`, called(i), "", `City ${i % 40}`, String(i)]);
    for (let i = 0; i < 400; i += 4)
      rows.push([
        `d${i}`,
        called(i).split(" ")[0]!.split("").reverse().join("") + " Holdings",
        called(i),
        `City ${i % 40}`,
        String(i)
      ]);
    const text = ["id,name,alias,city,entity", ...rows.map((row) => row.join())].join("\n");
    const path = file("aliases.csv", text);
    const recall = async (names: string) => {
      const map = readFieldMap(`${names},city=city`);
      return (await dedupeFiles([path], map, {ids: ["id"], truth: "entity"})).metrics!.recall;
    };
    expect(await recall("name=name,name=alias")).toBeGreaterThan(0.9);
    expect(await recall("name=name")).toBeLessThan(0.1);
  });

  it("says which column is missing, and which id is there twice", async () => {
    const path = file("small.csv", `${HEADER}\na,x,y,z,1,1\na,x,y,z,1,1`);
    await expect(dedupeFiles([path], readFieldMap("name=title"), {ids: []})).rejects.toThrow(
      /no column title/
    );
    await expect(dedupeFiles([path], map, {ids: ["id"]})).rejects.toThrow(/id not unique: “a”/);
  });
});
