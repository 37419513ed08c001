import {describe, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {loadTime, STEPS_BESIDE_LOADING} from "../../src/pipeline/loadTime.js";
import {Warehouse} from "../../src/warehouse/open.js";

const step = (name: string, startMs: number, durationMs: number) => ({step: name, startMs, durationMs});

describe("loadTime", () => {
  it("adds up the steps of loading and checking", () => {
    expect(loadTime([step("land", 100, 50), step("duplicates", 150, 1000), step("checks", 1150, 30)])).toBe(
      80
    );
  });

  it("counts the time of steps that overlap once", () => {
    const steps = [
      step("archive", 0, 30),
      step("staging", 10, 10),
      step("conform", 25, 15),
      step("tables", 50, 5)
    ];
    expect(loadTime(steps)).toBe(45);
  });

  it("names steps that a build has", async () => {
    const warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
    const rows = await warehouse.rows<{step: string}>("select step from meta.build_steps");
    warehouse.close();
    expect(rows.map((d) => d.step)).toEqual(expect.arrayContaining(STEPS_BESIDE_LOADING));
  });
});
