import {afterAll, beforeAll, expect, it} from "vitest";
import type {Warehouse} from "../../src/warehouse/open.js";
import {seededWarehouse} from "../pipeline/seededWarehouse.js";

let warehouse: Warehouse;
beforeAll(async () => void (warehouse = await seededWarehouse()));
afterAll(() => warehouse.close());

const plain = async (macro: string, value: string) => {
  const [row] = await warehouse.rows<{plain: string | null}>(
    `select analysis.${macro}($value::varchar) as plain`,
    {value}
  );
  return row!.plain;
};

it.each([
  ["Harbor House 12", "harbor house 12"],
  ["  Two  spaces ", "two spaces"],
  ["Café–Señor's & Co.", "cafe senors and co"],
  ["Suite #5, Rear", "suite 5 rear"],
  ["Hope’s_Place", "hopes place"],
  ["", ""]
])("words of “%s”", async (value, expected) => {
  expect(await plain("plain_words", value)).toBe(expected);
});

it.each([
  ["+1 (617) 555-0123", "6175550123"],
  ["1-617-555-0123 x45", "6175550123"],
  ["5550123", "5550123"],
  ["26175550123", "6175550123"],
  ["call 5550123", null],
  ["12345", null]
])("telephone number of “%s”", async (value, expected) => {
  expect(await plain("plain_phone", value)).toBe(expected);
});

it.each([
  ["https://www.harbor.org/", "harbor.org"],
  ["harbor.org", "harbor.org"],
  ["www.harbor.org/about/", "harbor.org/about"],
  ["http//harbor.org", "harbor.org"],
  ["//www2.harbor.org/index.html?a=b", "harbor.org"],
  ["Harbor-House.org#top", "harbor-house.org"],
  ["http://", null]
])("a web address is the same with and without its scheme: %s", async (value, expected) => {
  expect(await plain("plain_website", value)).toBe(expected);
});
