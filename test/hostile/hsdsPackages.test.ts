import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {Directory} from "./directory.js";

const SHARED = process.env.WORKBENCH_SHARED_DATA ?? "../shared/data";

let directory: Directory;
beforeAll(async () => {
  directory = await Directory.open();
});
afterAll(() => directory.close());

const PACKAGE = {
  "net/datapackage.json": {title: "Network of Helpers"},
  "net/organizations.csv":
    "id,name,website,alternate_name\no1,Helpers,helpers.example,\no2,Alone,,Solo\no2,Alone again,,\n,Nameless id,,\no4,Shut,,\n",
  "net/locations.csv":
    "id,organization_id,name,latitude,longitude\nl1,o1,North,42.1,-80.1\nl2,o1,South,,\nl3,gone,Nobody's,,\nl4,o4,Shut house,,\n",
  "net/services.csv":
    "id,organization_id,name,status,accreditations\ns1,o1,Peer support,active,CARF\ns2,o1,Closed group,defunct,\ns3,o1,Phone line,active,\ns4,nobody,Lost service,active,\ns5,o4,Old service,inactive,\n",
  "net/service_at_location.csv": "id,service_id,location_id\na1,s1,l1\na2,s2,l1\na3,s5,l4\n",
  "net/addresses.csv":
    "id,location_id,address_1,city,state_province,postal_code,address_type\n1,l1,PO Box 1,Erie,PA,16501,postal\n2,l1,1 Oak St,Erie,PA,16501,physical\n3,l9,9 Lost Ln,Erie,PA,16501,physical\n",
  "net/phones.csv":
    "id,location_id,service_id,organization_id,number,extension,type\n1,l1,,,814-555-0101,7,voice\n2,l1,,,814-555-0102,,fax\n3,,s3,,814-555-0103,,voice\n4,,,o1,814-555-0104,,voice\n5,,,,814-555-0105,,voice\n",
  "net/languages.csv": "id,service_id,location_id,name\n1,s1,,Spanish\n"
};

describe("an HSDS package", () => {
  it("is one organization per organization and location, with what is offered there", async () => {
    await directory.load(PACKAGE);
    const rows = await directory.organizations(
      "id, name, organization_type, address_street, phones, phone_extension, services, languages, certifications, website, data_source, coordinate_precision"
    );
    expect(rows[0]).toEqual({
      id: "HSDS_LOC_l1",
      name: "Helpers - North",
      organization_type: "human_services",
      address_street: "1 Oak St",
      phones: ["+18145550101", "+18145550104"],
      phone_extension: "7",
      services: ["Peer support"],
      languages: ["Spanish"],
      certifications: ["CARF"],
      website: "http://helpers.example",
      data_source: "Network of Helpers",
      coordinate_precision: "exact"
    });
    expect(rows.map((d) => d.id)).toEqual([
      "HSDS_LOC_l1",
      "HSDS_LOC_l2",
      "HSDS_LOC_l3",
      "HSDS_ORG_o1",
      "HSDS_ORG_o2"
    ]);
    expect(rows.at(-2)).toMatchObject({
      name: "Helpers",
      services: ["Phone line"],
      phones: ["+18145550103", "+18145550104"]
    });
  });

  it("lists no place whose every service is closed, and accounts for every row that belongs to nothing", async () => {
    await directory.load(PACKAGE);
    const reasons = (await directory.ledger()).map((d) => d.reason).filter((reason) => reason !== null);
    expect(reasons.toSorted()).toEqual([
      "addresses.csv line 4: belongs to nothing in the package",
      "every service here is inactive, defunct or closed",
      "organizations.csv line 4: id o2 is used before",
      "organizations.csv line 5: no id",
      "phones.csv line 6: belongs to nothing in the package",
      "services.csv line 5: belongs to no organization or location of the package"
    ]);
    const [row] = await directory.warehouse.rows(
      "select (select sum(read_count)::integer from meta.source_files) as read, (select count(*)::integer from meta.ledger) as accounted"
    );
    expect(row!.read).toBe(row!.accounted);
  });

  it.each(["datapackage/simple", "datapackage/all_resources", "ohana"])(
    "of the %s sample keeps every row",
    async (name) => {
      const folder = join(SHARED, "hsds_samples", name);
      if (!existsSync(folder)) return console.warn(`skipped: no ${folder}`);
      const sources = mkdtempSync(join(tmpdir(), "workbench-hsds-"));
      cpSync(folder, join(sources, "pack"), {recursive: true, dereference: true});
      await directory.loadFolder(sources).finally(() => rmSync(sources, {recursive: true, force: true}));
      const raws = await directory.warehouse.rows<{raw: string}>("select raw from raw.records");
      const seen = raws.map(({raw}) => raw).join("\n");
      for (const table of ["organizations", "locations", "services", "phones"]) {
        const rows = parse<{id: string}>(readFileSync(join(folder, `${table}.csv`)), {
          columns: true,
          bom: true
        });
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.filter(({id}) => !seen.includes(`"id":"${id}"`))).toEqual([]);
      }
    }
  );
});
