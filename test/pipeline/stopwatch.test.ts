import {afterEach, beforeEach, expect, it} from "vitest";
import {Stopwatch} from "../../src/pipeline/stopwatch.js";
import {runInLanes} from "../../src/warehouse/lanes.js";
import {Warehouse} from "../../src/warehouse/open.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterEach(() => warehouse.close());

it("a step of several jobs lasts from the beginning of the first to the end of the last", async () => {
  const watch = new Stopwatch();
  const job = (name: string, after: string[] = []) => ({
    name,
    after,
    run: () => new Promise<void>((done) => setTimeout(done, 20))
  });
  await runInLanes(warehouse, [
    ...watch.timeJobs("one", [job("a"), job("b", ["c"])]),
    ...watch.timeJobs("other", [job("c", ["a"])])
  ]);
  const [one, other] = watch.steps;
  expect(watch.steps.map((d) => d.step)).toEqual(["one", "other"]);
  // a, c and b follow each other, 20 ms each; timers may end a millisecond early.
  expect(one!.durationMs).toBeGreaterThanOrEqual(57);
  expect(other!.startMs).toBeGreaterThanOrEqual(one!.startMs + 19);
  expect(other!.durationMs).toBeLessThan(one!.durationMs);
});
