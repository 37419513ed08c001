import {afterAll, beforeAll, expect, it} from "vitest";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

async function value(expression: string): Promise<unknown> {
  const [row] = await warehouse.rows<{value: unknown}>(`select ${expression} as value`);
  return row!.value;
}

it.each([
  ["main.zip5('6708')", "06708"],
  ["main.zip5('02139-1234')", "02139"],
  ["main.zip4('21391234')", "1234"],
  ["main.zip5('21391234')", "02139"],
  ["main.zip5('6708.0')", "06708"],
  ["main.zip5('12')", null],
  ["main.zip5('SW1A 1AA')", null],
  ["main.web_address('HTTPS://Example.org/a')", "https://Example.org/a"],
  ["main.web_address('www.example.org')", "http://www.example.org"],
  ["main.web_address('javascript:alert(1)')", null],
  ["main.web_address('http://user@example.org')", null],
  ["main.web_address('http://example')", null],
  ["main.web_address('data:text/html,x')", null],
  ["main.email_address('Help@Example.ORG')", "help@example.org"],
  ["main.email_address('\"a\"@example.org')", null],
  ["main.parsed_date('2025-07-31 08:15:00')::varchar", "2025-07-31"],
  ["main.parsed_date('2025/07/31')::varchar", "2025-07-31"],
  ["main.parsed_date('07/31/2025')::varchar", "2025-07-31"],
  ["main.parsed_date('31/07/2025')::varchar", "2025-07-31"],
  ["main.parsed_date('31/02/2025')", null],
  ["main.parsed_date('Summer 2025')", null],
  ["main.tidied(' a\u202E \tb ')", "a b"],
  ["main.tidied('  ')", null],
  ["main.slug('Équine-Assisted  Therapy!')", "equine-assisted-therapy"],
  ["main.json_texts('\"a; b, c\"'::json)", ["a", "b", "c"]],
  ['main.json_texts(\'["a, b", null, " "]\'::json)', ["a, b"]],
  ["main.json_texts('19'::json)", ["19"]]
])("%s is %j", async (expression, expected) => {
  expect(await value(expression)).toEqual(expected);
});

it.each([
  [
    "5 Gannet Street, New Bedford, MA 2740",
    {street: "", unit: "5 Gannet Street", city: "New Bedford", state: "MA", zip: "2740"}
  ],
  [
    "12 Oak St, Unit 3, Quincy, MA 02169",
    {street: "12 Oak St", unit: "Unit 3", city: "Quincy", state: "MA", zip: "02169"}
  ],
  ["12 Oak St", {street: "", unit: "", city: "", state: "", zip: ""}]
])("the address %j is read from its end", async (text, expected) => {
  expect(await value(`main.address_parts('${text}')`)).toEqual(expected);
});

it("measures great-circle distance as in a published example", async () => {
  // Veness: Land's End (50°03′59″N 5°42′53″W) to John o' Groats (58°38′38″N 3°04′12″W) is 968.9 km on a sphere of 6371 km.
  const km = await value(
    "main.great_circle_km(50 + 3/60 + 59/3600, -(5 + 42/60 + 53/3600), 58 + 38/60 + 38/3600, -(3 + 4/60 + 12/3600))"
  );
  expect(km).toBeCloseTo(968.9, 0);
});
