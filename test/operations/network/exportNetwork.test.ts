import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {SaxesParser} from "saxes";
import {afterAll, beforeAll, expect, it} from "vitest";
import {xmlText} from "../../../src/operations/network/exportedNetwork.js";
import {exportNetwork} from "../../../src/operations/network/exportNetwork.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {migrate} from "../../../src/warehouse/migrate.js";

let folder: string;
let warehouse: Warehouse;

const NAMES = ["Plain", 'Quotes " & <angles>', "Umlaut ü and \u0007 bell", "Fourth\nline"];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "workbench-network-"));
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
  for (const [i, name] of NAMES.entries()) {
    await warehouse.run(
      `insert into main.organizations by name
       select 'id&' || $i::integer as id, $name as name, 'rccs' as organization_type, if($i = 3, 'NH', 'MA') as address_state,
         42.0 + $i::integer as latitude, -71.0 as longitude, []::varchar[] as services, []::varchar[] as certifications,
         []::varchar[] as demographics, 'test' as data_source, false as is_narr_certified, []::varchar[] as funding_sources,
         $i::integer as record_id, []::varchar[] as alternate_names, []::varchar[] as phones, []::varchar[] as payers,
         []::varchar[] as languages, []::varchar[] as service_codes, 'local' as scope, 'exact' as coordinate_precision,
         false as is_synthetic, []::varchar[] as issues`,
      {i, name}
    );
    await warehouse.run(
      `insert into analysis.network_places
       values ($i::integer, 'id&' || $i::integer, if($i = 3, 'NH', 'MA'), 0, 0, 1, 1, 1.25, 0, 0, null, 1, false, -71, 42, 0, 0)`,
      {i}
    );
  }
  await warehouse.run(
    `insert into analysis.network_ties values
     (0, 1, 'detox_to_residential', 1, 3.5, 200, 300, 0, 0, 0, 0, 50, 500),
     (1, 2, 'shared_operator', 0, 9, 100, 0, 100, 0, 70, 0, 100, 400),
     (0, 3, 'detox_to_residential', -1, 20, 50, 300, 0, 0, 0, 0, 0, 300)`
  );
  await warehouse.run("insert into analysis.observed_referrals values ('id&2', 'id&3', 7, '2025')");
});

afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** Parses a document strictly; the parser throws where it is not well-formed. */
function elementsOf(path: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser({xmlns: true});
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({name, attributes}) =>
    elements.push({
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, {value}]) => [key, value]))
    })
  );
  parser.write(readFileSync(path, "utf8")).close();
  return elements;
}

it.each([
  ["gexf", "attribute", "attvalue", "id", "for"],
  ["graphml", "key", "data", "id", "key"]
] as const)(
  "%s is well-formed, declares every attribute it uses and joins nodes that exist",
  async (format, declares, uses, idKey, useKey) => {
    const to = join(folder, `network.${format}`);
    expect(await exportNetwork(warehouse, {format, to})).toEqual({files: [to], nodeCount: 4, edgeCount: 4});
    const elements = elementsOf(to);
    const named = (name: string) =>
      elements.filter((element) => element.name === name).map(({attributes}) => attributes);
    const declared = new Set(named(declares).map((attributes) => attributes[idKey]));
    const used = new Set(named(uses).map((attributes) => attributes[useKey]));
    expect([...used].filter((key) => !declared.has(key))).toEqual([]);
    const nodes = named("node").map(({id}) => id);
    expect(nodes).toEqual(["id&0", "id&1", "id&2", "id&3"]);
    expect(
      named("edge")
        .flatMap(({source, target}) => [source, target])
        .filter((id) => !nodes.includes(id))
    ).toEqual([]);
    expect(new Set(named("edge").map(({id}) => id)).size).toBe(4);
  }
);

it("GEXF carries weights, labels and positions", async () => {
  const to = join(folder, "positions.gexf");
  await exportNetwork(warehouse, {format: "gexf", to});
  const elements = elementsOf(to);
  expect(elements.find(({name}) => name === "gexf")!.attributes.version).toBe("1.3");
  expect(elements.filter(({name}) => name === "edge").map(({attributes}) => attributes.weight)).toEqual([
    "0.55",
    "0.35",
    "0.37",
    undefined
  ]);
  expect(elements.filter(({name}) => name === "viz:position")).toHaveLength(4);
  expect(elements.filter(({name}) => name === "node").map(({attributes}) => attributes.label)).toEqual([
    NAMES[0],
    NAMES[1],
    "Umlaut ü and  bell",
    NAMES[3]
  ]);
});

it("filters by state, type and score, and Parquet holds nodes and edges", async () => {
  const to = join(folder, "parquet");
  const written = await exportNetwork(
    warehouse,
    {format: "parquet", to},
    {state: "NH", minimumScore: 0.3, withObserved: false}
  );
  expect(written).toMatchObject({nodeCount: 2, edgeCount: 1});
  const rows = await warehouse.rows(
    `select source, target, score, services, refers_from from read_parquet('${to}/edges.parquet')`
  );
  expect(rows).toEqual([{source: "id&0", target: "id&3", score: 0.35, services: 0.3, refers_from: "id&3"}]);
  await expect(exportNetwork(warehouse, {format: "gexf", to}, {type: "no_such_type"})).rejects.toThrow(
    "no tie is left"
  );
});

it("text keeps its characters and loses only what XML cannot hold", () => {
  expect(xmlText("a<b>&\"'\u0000\u000b\ud800 é 😀")).toBe("a&#60;b&#62;&#38;&#34;&#39; é 😀");
});
