import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readMapped} from "../../../src/sources/mapping/readMapped.js";
import {readMapping} from "../../../src/sources/mapping/readMapping.js";

const SHARED = process.env.WORKBENCH_SHARED_DATA ?? "../shared/data";
const FOLDERS = ["samhsa_directory_history", "samhsa_national_2020", "samhsa_residential_api_2025"];

/** Records in each file, counted by another reader (Python’s csv and json modules). */
const COUNTS: Record<string, number> = {
  national_directory_1998: 11_324,
  national_directory_2005: 11_060,
  national_directory_2008: 11_265,
  national_directory_2009: 11_259,
  national_directory_2010: 11_248,
  residential_facilities: 478
};

describe("the example mappings", () => {
  it.each(readdirSync("docs/mappings"))("%s fits its file, record by record", async (name) => {
    const mapping = readMapping(join("docs/mappings", name));
    const stem = name.replace(".mapping.json", "");
    const path = FOLDERS.flatMap((folder) =>
      [".csv", ".json"].map((end) => join(SHARED, folder, stem + end))
    ).find(existsSync);
    if (!path) return console.warn(`skipped: no file for ${name} in ${SHARED}`);
    const faults: string[] = [];
    let named = 0;
    const {readCount} = await readMapped(path, mapping, ({mapped, fault}) => {
      if (fault) faults.push(fault);
      else if ((JSON.parse(mapped!) as {name?: string}).name) named++;
    });
    expect(faults).toEqual([]);
    expect(named).toBe(readCount);
    if (stem in COUNTS) expect(readCount).toBe(COUNTS[stem]);
  });
});
