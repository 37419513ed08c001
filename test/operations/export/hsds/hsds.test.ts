import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {Ajv} from "ajv";
import addFormatsModule from "ajv-formats";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {warehousePath} from "../../../../src/config.js";
import {createExport} from "../../../../src/operations/export/createExport.js";
import {dataPackage} from "../../../../src/operations/export/hsds/dataPackage.js";
import {SCHEMAS} from "../../../../src/operations/export/hsds/schemas.js";
import {RESOURCES} from "../../../../src/operations/export/hsds/tables.js";
import {uuid5} from "../../../../src/operations/export/hsds/uuid5.js";
import {Warehouse} from "../../../../src/warehouse/open.js";
import {publishFixture} from "../../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

type Json = Record<string, unknown>;
const SPECIFICATION = join(process.env.WORKBENCH_SHARED_DATA ?? "../shared/data", "hsds_3_1");

let fixture: Awaited<ReturnType<typeof publishFixture>>;
let path: string;
let services: Json[];

beforeAll(async () => {
  fixture = await publishFixture();
  const warehouse = await Warehouse.open(warehousePath(fixture.config));
  await warehouse.run("update meta.builds set is_sample = false");
  await warehouse.run(
    `insert into main.organizations by name
     select * replace (
       'ORG_0009' as id, 'treatment_centers' as organization_type, 'outpatient' as level_of_care, 'Austin' as address_city,
       '78701' as address_zip, '4321' as address_zip4, 'Suite 5' as address_unit, 'Travis' as county, '0042' as phone_extension,
       ['+16175550100', '+16175550101'] as phones, 'a@b.example' as email, 'https://example.org' as website,
       ['One', 'Two'] as alternate_names, ['CARF'] as certifications, true as is_synthetic,
       {total_beds: 8, available_beds: 2, mens_beds: null, womens_beds: null, family_beds: null, residences: null} as capacity
     ) from main.organizations where id = 'ORG_0001'`
  );
  await warehouse.run(
    "insert into main.source_values values ('ORG_0009', 'email', null), ('ORG_0009', 'website', '')"
  );
  warehouse.close();
  ({path} = await createExport(fixture.config, "hsds", {now: new Date(0)}));
  services = (JSON.parse(readFileSync(join(path, "json", "services.json"), "utf8")) as {contents: Json[]})
    .contents;
});
afterAll(() => fixture.remove());

const service = (id: string) =>
  services.find(({organization}) =>
    ((organization as Json).organization_identifiers as Json[]).some(({identifier}) => identifier === id)
  )!;
const csv = (resource: string) =>
  parse(readFileSync(join(path, "tabular", SCHEMAS[resource]!.path)), {columns: true}) as Record<
    string,
    string
  >[];

it("names by SHA-1 as the standard’s example does", () => {
  // RFC 9562, appendix A.4: the DNS namespace and www.example.com.
  expect(uuid5("www.example.com", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2"
  );
});

it("puts each thing where HSDS has a place for it", () => {
  const {organization, ...rest} = service("ORG_0009");
  expect(organization).toMatchObject({
    alternate_name: "One",
    email: "a@b.example",
    website: "https://example.org"
  });
  expect((organization as Json).description).toBe("Outpatient treatment in Austin, TX, as listed by a list.");
  expect(rest).toMatchObject({
    name: "Outpatient treatment",
    accreditations: "CARF",
    last_modified: "2025-07-31T12:34:56.789012Z",
    phones: [{number: "+16175550100", description: "extension 0042"}, {number: "+16175550101"}],
    capacities: [{available: 2, maximum: 8, unit: {name: "Bed"}}],
    service_at_locations: [
      {
        location: {
          latitude: 30.25,
          addresses: [
            {address_2: "Suite 5", region: "Travis", postal_code: "78701-4321", state_province: "TX"}
          ]
        }
      }
    ]
  });
  expect(service("ORG_0001").service_at_locations).toMatchObject([{location: {addresses: []}}]);
});

it("never calls a synthetic record an active service", () => {
  expect(service("ORG_0009")).toMatchObject({
    status: "inactive",
    alert: expect.stringContaining("not a real") as string
  });
  expect(service("ORG_0001")).toMatchObject({status: "active"});
});

it("gives an organization the same identifiers in every export", async () => {
  expect(service("ORG_0001").id).toBe(uuid5("service/ORG_0001"));
  const again = await createExport(fixture.config, "hsds", {now: new Date(1e12)});
  expect(
    readFileSync(join(again.path, "json", "services.json")).equals(
      readFileSync(join(path, "json", "services.json"))
    )
  ).toBe(true);
});

it("holds every reference and every unique identifier in the tabular form", () => {
  const ids = new Map(RESOURCES.map((resource) => [resource, csv(resource).map(({id}) => id!)]));
  for (const [resource, list] of ids) expect(new Set(list).size, resource).toBe(list.length);
  const {resources} = dataPackage() as {resources: {name: string; schema: {foreignKeys: ForeignKey[]}}[]};
  let references = 0;
  for (const {name, schema} of resources)
    for (const {fields, reference} of schema.foreignKeys)
      for (const row of csv(name)) {
        if (!row[fields]) continue;
        references++;
        expect(ids.get(reference.resource), `${name}.${fields}`).toContain(row[fields]);
      }
  expect(references).toBeGreaterThan(20);
  for (const {link_id, link_entity} of csv("attribute")) expect(ids.get(link_entity!)).toContain(link_id);
});

it("reports what was validated", () => {
  const report = JSON.parse(readFileSync(join(path, "conformance.json"), "utf8")) as Json;
  expect(report).toMatchObject({
    invalid: 0,
    nested: {service: 4, taxonomy: 8},
    tabular: {organization: 4, service: 4, address: 1},
    filled: {phone: 1, location: 3, whole_address: 1, status_active: 3}
  });
});

describe.skipIf(!existsSync(SPECIFICATION))(
  "against the specification’s own compiled schemas (../shared/data)",
  () => {
    const read = (file: string) => JSON.parse(readFileSync(join(SPECIFICATION, file), "utf8")) as Json;
    const ajv = new Ajv({strict: false});
    (addFormatsModule as unknown as (ajv: Ajv) => void)(ajv);
    beforeAll(() => {
      for (const name of Object.keys(SCHEMAS)) ajv.addSchema(read(`schema/${name}.json`), `${name}.json`);
    });

    it("every service is valid", () => {
      const validate = ajv.compile(read("schema/compiled/service_with_definitions.json"));
      for (const one of services) expect(validate(one), ajv.errorsText(validate.errors)).toBe(true);
      const broken = {...services[0], status: "open"};
      expect(validate(broken)).toBe(false);
    });

    it("every tabular row is valid", () => {
      const {properties} = read("schema/compiled/tabular.json") as {
        properties: Record<string, {items: Json}>;
      };
      // The compiled file leaves out capacities and their units.
      const known = RESOURCES.filter((resource) => properties[resource]);
      expect(RESOURCES.filter((resource) => !known.includes(resource))).toEqual(["service_capacity", "unit"]);
      for (const resource of known) {
        const validate = ajv.compile(properties[resource]!.items);
        for (const row of csv(resource)) {
          const typed = Object.entries(row).filter(([, value]) => value !== "");
          const types = SCHEMAS[resource]!.properties;
          const object = Object.fromEntries(
            typed.map(([name, value]) => [name, types[name]?.type === "number" ? Number(value) : value])
          );
          // The compiled schema keeps requirements that a table meets by an empty text or by a reference.
          const extra =
            resource === "metadata"
              ? {previous_value: row.previous_value, replacement_value: row.replacement_value}
              : resource === "service_capacity"
                ? {unit: {id: row.unit_id, name: "Bed"}}
                : {};
          expect(validate({...object, ...extra}), `${resource}: ${ajv.errorsText(validate.errors)}`).toBe(
            true
          );
        }
      }
    });

    it("the package describes its tables as the specification’s does", () => {
      const official = read("datapackage.json") as unknown as {resources: Resource[]};
      const ours = dataPackage() as {resources: Resource[]};
      for (const {name, path: file, schema} of ours.resources) {
        // The published package leaves out the fields of these two whose schemas state no constraints.
        if (name === "unit" || name === "service_capacity") continue;
        const theirs = official.resources.find((resource) => resource.name === name)!;
        expect(file).toBe(theirs.path);
        expect(schema.fields.map((field) => [field.name, field.type, field.constraints])).toEqual(
          theirs.schema.fields.map((field) => [field.name, field.type, field.constraints])
        );
      }
    });
  }
);

interface ForeignKey {
  fields: string;
  reference: {resource: string};
}
interface Resource {
  name: string;
  path: string;
  schema: {fields: {name: string; type: string; constraints: Json}[]};
}
