import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {Directory} from "../../hostile/directory.js";

const CSV = "Facility,Town,ST,Kind\nNorth Hall,Erie,PA,Residential\n";
const mapping = (fields: object, rest: object = {}) => ({...rest, fields});
const GOOD = {name: "Facility", type: {constant: "rccs"}};

describe("a wrong mapping is refused in one line", () => {
  let directory: Directory;
  beforeAll(async () => {
    directory = await Directory.open();
  });
  afterAll(() => directory.close());

  it.each([
    ["not JSON", "{", /wrong mapping: .+places\.csv\.mapping\.json is not JSON/],
    ["not an object", "[]", /must be an object, not \[\]/],
    ["without a name", mapping({type: {constant: "rccs"}}), /says nothing of name; add it, such as "name"/],
    [
      "without a type",
      mapping({name: "Facility"}),
      /says nothing of type; add it, such as "type": \{"constant"/
    ],
    [
      "with an unknown field",
      mapping({...GOOD, colour: "x"}),
      /no field is called “colour”; fields: id, name/
    ],
    [
      "with an unknown setting of a rule",
      mapping({...GOOD, city: {colum: "x"}}),
      /city does not know “colum”/
    ],
    [
      "with a rule of a wrong kind",
      mapping({...GOOD, city: 7}),
      /city takes a column’s name or an object, not 7/
    ],
    [
      "with a broken pattern",
      mapping({...GOOD, city: {column: "Town", match: "("}}),
      /city “\(” is not a regular expression/
    ],
    [
      "with a column and a constant",
      mapping({...GOOD, city: {column: "Town", constant: "x"}}),
      /only one of them/
    ],
    ["with a source name that is taken", mapping(GOOD, {source: "rccs"}), /source name rccs is taken/],
    [
      "with a column that does not exist",
      mapping({...GOOD, city: "City"}),
      /city reads “City”, which is no column; .+; columns: facility, town, st, kind$/
    ],
    [
      "with a text where a number belongs",
      mapping({...GOOD, latitude: "Town"}),
      /latitude takes a number, and “Town” never holds one \(“Erie”\); .+; columns: facility/
    ]
  ])("%s", async (_, json, message) => {
    await expect(directory.load({"places.csv": CSV, "places.csv.mapping.json": json})).rejects.toThrow(
      message
    );
  });

  it("names the lists of a document where the mapping’s is not among them", async () => {
    const files = {
      "places.json": {data: {rows: [{a: 1}]}},
      "places.mapping.json": {...GOOD, records: "rows"}
    };
    await expect(directory.load(files)).rejects.toThrow(
      /no records in .+ under rows; lists of objects in it: data\.rows \(1\)/
    );
  });
});

describe("a file with a mapping", () => {
  let directory: Directory;
  beforeAll(async () => {
    directory = await Directory.open();
  });
  afterAll(() => directory.close());

  const FIELDS = {
    id: "no",
    name: "facility",
    type: {column: "kind", map: {Residential: "treatment_centers"}},
    city: "place.city",
    state: "place.st",
    services: {column: "offers", split: ";"}
  };
  const RECORDS = [
    {
      no: 1,
      facility: "North Hall",
      kind: "Residential",
      place: {city: "Erie", st: "PA"},
      offers: "Detoxification; Yoga",
      mascot: "owl"
    },
    {no: 2, facility: "Crumb", kind: "Bakery", place: {city: "Erie", st: "PA"}}
  ];

  it.each([
    ["an array", {"places.json": RECORDS}, {}],
    ["a list in an envelope", {"places.json": {meta: {n: 2}, data: {rows: RECORDS}}}, {records: "data.rows"}],
    ["the only list in an envelope", {"places.json": {meta: {n: 2}, data: {rows: RECORDS}}}, {}],
    ["one value a line", {"places.json": RECORDS.map((d) => JSON.stringify(d)).join("\r\n") + "\n"}, {}],
    ["a .jsonl file", {"places.jsonl": "\uFEFF" + RECORDS.map((d) => JSON.stringify(d)).join("\n\n")}, {}]
  ])("is read from %s", async (_, files, rest) => {
    await directory.load({...files, "places.mapping.json": {...rest, fields: FIELDS}});
    expect(
      await directory.organizations("id, name, organization_type, address_city, address_state, services")
    ).toEqual([
      {
        id: "1",
        name: "North Hall",
        organization_type: "treatment_centers",
        address_city: "Erie",
        address_state: "PA",
        services: ["Detoxification", "Yoga"]
      }
    ]);
    const [loaded, quarantined] = await directory.ledger();
    expect(loaded).toMatchObject({disposition: "loaded", organization_id: "1"});
    expect(quarantined).toMatchObject({
      disposition: "quarantined",
      reason: expect.stringContaining("“Bakery”") as string
    });
  });

  it("keeps unknown columns in the original record", async () => {
    await directory.load({"places.json": RECORDS, "places.mapping.json": FIELDS});
    const [row] = await directory.warehouse.rows("select raw, source from raw.records where record_id = 1");
    expect(JSON.parse(row!.raw as string)).toEqual(RECORDS[0]);
    expect(row!.source).toBe("places");
  });

  it("takes precedence over a source that would recognise the file", async () => {
    const csv = "name1,street1,city,state,zip\nNorth Hall,1 Oak St,Erie,PA,16501\n";
    await directory.load({"a.csv": csv, "a.mapping.json": {name: "name1", type: {constant: "rcos"}}});
    expect(await directory.organizations("organization_type, address_street")).toEqual([
      {organization_type: "rcos", address_street: null}
    ]);
  });
});
