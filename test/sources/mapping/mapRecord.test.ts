import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {mapRecord} from "../../../src/sources/mapping/mapRecord.js";
import {readMapping} from "../../../src/sources/mapping/readMapping.js";
import {folderOf} from "../../hostile/directory.js";

const {folder, remove} = folderOf({});
afterAll(remove);

function shapeOf(fields: Record<string, unknown>, record: Record<string, unknown>) {
  const path = join(folder, "places.mapping.json");
  writeFileSync(path, JSON.stringify({fields: {name: "n", type: {constant: "rccs"}, ...fields}}));
  const {mapped, fault} = mapRecord(readMapping(path), {n: "A", ...record});
  return {...(JSON.parse(mapped) as Record<string, unknown>), ...(fault && {fault})};
}

describe("a mapping", () => {
  it("joins columns, leaving out the empty ones", () => {
    const rule = {columns: ["one", "two", "three"], join: " - "};
    expect(shapeOf({name: rule}, {one: "North", two: "", three: " Hall "})).toMatchObject({
      name: "North - Hall"
    });
  });

  it("takes the first rule that yields anything", () => {
    expect(shapeOf({city: ["town", "place.city"]}, {town: null, place: {city: "Erie"}})).toMatchObject({
      city: "Erie"
    });
  });

  it("splits, maps and drops", () => {
    const rule = {column: "keys", split: "/", map: {dt: "DT", "MH-SA": ["MH", "SA"]}, otherwise: []};
    expect(shapeOf({service_codes: rule}, {keys: "DT/MH-SA/?/"})).toMatchObject({
      service_codes: ["DT", "MH", "SA"]
    });
  });

  it("splits by a regular expression between slashes and keeps one part", () => {
    const rule = {column: "place", split: "/,\\s*/", part: -1};
    expect(shapeOf({state: rule}, {place: "Erie,  PA"})).toMatchObject({state_label: "PA"});
  });

  it("finds every number in a contact’s free text, and keeps a text that has none", () => {
    const contact = "(205)216-0200 Intake: 205-216-0202 Hotlines: (888)950HEAL x12";
    expect(shapeOf({phone: "contact"}, {contact})).toMatchObject({
      phone_texts: ["(205)216-0200", "205-216-0202", "(888)950HEAL x12"]
    });
    expect(shapeOf({phone: "contact"}, {contact: "ask Kim"})).toMatchObject({phone_texts: ["ask Kim"]});
  });

  it("puts prefixes, truths and beds where they belong", () => {
    expect(
      shapeOf(
        {id: {column: "no", prefix: "X_"}, narr_certified: "narr", beds: "beds", payers: "pay"},
        {no: 7, narr: "Yes", beds: "1,200", pay: ["Cash"]}
      )
    ).toMatchObject({
      source_id: "X_7",
      is_narr_certified: true,
      capacity: {total_beds: "1200"},
      terms: [{label: "Cash", kind: "payment"}]
    });
  });

  it("faults a record whose type is none of the directory’s", () => {
    const type = {column: "kind", map: {Residential: "treatment_centers"}};
    expect(shapeOf({type}, {kind: "residential"})).not.toHaveProperty("fault");
    expect(shapeOf({type}, {kind: "Bakery"}).fault).toMatch(/“Bakery”; add it to the map/);
    expect(shapeOf({type}, {}).fault).toMatch(/^no organization type/);
  });

  it("never reads what a record merely inherits", () => {
    expect(shapeOf({city: "constructor", county: "__proto__"}, {})).not.toHaveProperty("city");
  });

  it("writes JSON that DuckDB can read, whatever the text", () => {
    const {name} = shapeOf({}, {n: "a\0b\ud800c"}) as unknown as {name: string};
    expect(name).toBe("a\uFFFDb\uFFFDc");
  });
});
