import {afterEach, beforeEach, expect, it} from "vitest";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";
import {readSqlFile} from "../../src/warehouse/sqlFile.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
});
afterEach(() => warehouse.close());

/** Returns what a mart says of the rows in each of the given orders. */
async function inOrders(mart: string, fill: (order: string) => Promise<void>): Promise<string[]> {
  const {text} = readSqlFile(`sql/marts/${mart}.sql`);
  const answers: string[] = [];
  for (const order of ["i", "i desc", "hash(i)"]) {
    await fill(order);
    answers.push(JSON.stringify(await warehouse.rows(text), null, 1));
  }
  return answers;
}

it("names the same state of a community that lies in two equally, whatever the order of its places", async () => {
  await warehouse.run(
    `insert into analysis.network_communities (community, place_count, inner_weight_share, seed_stability, weight_stability)
     values (0, 4, 1, 1, 1)`
  );
  const answers = await inOrders("network_communities", async (order) => {
    await warehouse.run("delete from analysis.network_places");
    await warehouse.run(
      `insert into analysis.network_places
       select i, 'x', ['WV', 'VA'][1 + i % 2], 0, 0, 0, 0, 0, 0, 0, null, 0, false, i, i, 0, 0
       from range(4) as t(i) order by ${order}`
    );
    await warehouse.run(
      "create or replace table main.organizations as select 'x' as id, 'Bandy' as address_city"
    );
  });
  expect(answers[0]).toContain(`"state": "VA"`);
  expect(new Set(answers).size).toBe(1);
});

it("adds up the same expected matches whatever the order of the pairs", async () => {
  const answers = await inOrders("duplicate_weights", async (order) => {
    await warehouse.run("delete from analysis.match_pairs");
    await warehouse.run(
      `insert into analysis.match_pairs
       select 'a' || i, 'b' || i, 0, 1 / (3 + i), false, null, 1, [], [] from range(2000) as t(i) order by ${order}`
    );
  });
  expect(new Set(answers).size).toBe(1);
});

it("names the step that comes first of those that are equally far, whatever the order of the measures", async () => {
  await warehouse.run(
    `insert into reference.help_kinds by name
     select 'k' || i as kind, i::integer + 1 as position, 'Step ' || i as name, 'service' as family
     from range(3) as t(i)`
  );
  const answers = await inOrders("continuum_by_area", async (order) => {
    await warehouse.run(
      `create or replace table marts.coverage_measures as
       select 'k' || i as kind, level, 'any' as payer, 1 as site_count, level as area, 'OH' as state,
         level as name, 10 as population, 10 as point_people, 5.5 as nearest_miles, true as is_distance_known
       from range(3) as t(i), (values ('nation'), ('state')) as levels(level) order by ${order}`
    );
  });
  expect(answers[0]).toContain(`"farthest_step": "Step 0"`);
  expect(new Set(answers).size).toBe(1);
});
