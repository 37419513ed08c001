import {afterAll, beforeAll, expect, it} from "vitest";
import {Warehouse} from "../../src/warehouse/open.js";
import {withMemoryShare} from "../../src/pipeline/withMemoryShare.js";

let warehouse: Warehouse;
beforeAll(async () => (warehouse = await Warehouse.open(":memory:", {settings: {memory_limit: "4GiB"}})));
afterAll(() => warehouse.close());

const limit = async () => {
  const [row] = await warehouse.rows<{value: string}>("select current_setting('memory_limit') as value");
  return row!.value;
};

it("lowers DuckDB’s memory limit while the work runs, and puts it back", async () => {
  expect(await withMemoryShare(warehouse, {limit: "4GiB", share: 0.5}, limit)).toBe("2.0 GiB");
  expect(await limit()).toBe("4.0 GiB");
});

it("puts the limit back when the work fails", async () => {
  const failing = () => Promise.reject(new Error("no"));
  await expect(withMemoryShare(warehouse, {limit: "4GiB", share: 0.5}, failing)).rejects.toThrow("no");
  expect(await limit()).toBe("4.0 GiB");
});

it("leaves DuckDB alone where no limit was asked for", async () => {
  expect(await withMemoryShare(warehouse, {limit: undefined, share: 0.5}, limit)).toBe("4.0 GiB");
});
