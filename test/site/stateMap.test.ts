import {describe, expect, it} from "vitest";
import {ramp} from "../../reports/components/palette.js";
import {classColors, mapClasses, sextiles} from "../../reports/components/stateMap.js";

describe("the classes of a map", () => {
  it("hold a sixth of the values each", () => {
    expect(sextiles([7, 1, 3, 5, 2, 4, 6])).toEqual([2, 3, 4, 5, 6]);
  });

  it("keep a value that most areas share apart from all larger ones", () => {
    const values = [...Array.from({length: 40}, () => 0), 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const limits = sextiles(values);
    expect(limits).toEqual([1, 2.6, 4.2, 5.8, 7.4]);
    expect(mapClasses(limits, String, values).map(({label}) => label)).toEqual([
      "0",
      "1 to 2.6",
      "2.6 to 4.2",
      "4.2 to 5.8",
      "5.8 to 7.4",
      "7.4 and more"
    ]);
  });

  it("are the values themselves where these are few", () => {
    const values = [0, 0, 0, 0.01, 0.3];
    expect(sextiles(values)).toEqual([0.01, 0.3]);
    expect(mapClasses([0.01, 0.3], String, values).map(({label}) => label)).toEqual(["0", "0.01", "0.3"]);
  });

  it("name once what rounding makes the same", () => {
    expect(mapClasses([1.01, 1.04], (d) => d.toFixed(1)).map(({label}) => label)).toEqual([
      "below 1.0",
      "1.0",
      "1.0 and more"
    ]);
  });

  it("are one, named by it, where all areas have the same value", () => {
    expect(sextiles([2, 2, 2])).toEqual([]);
    expect(mapClasses([], String, [2, 2, 2]).map(({label}) => label)).toEqual(["2"]);
  });

  it("are none for no values", () => {
    expect(sextiles([])).toEqual([]);
    expect(mapClasses([], String)).toHaveLength(1);
  });

  it("run from the palest colour to the strongest, however few they are", () => {
    for (const count of [2, 3, 6]) {
      const colors = classColors(count);
      expect(new Set(colors).size).toBe(count);
      expect([colors[0], colors.at(-1)]).toEqual([ramp[0], ramp.at(-1)]);
    }
  });
});
