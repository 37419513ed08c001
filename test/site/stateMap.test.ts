import {describe, expect, it} from "vitest";
import {ramp} from "../../reports/components/palette.js";
import {classColors, mapClasses, sextiles} from "../../reports/components/stateMap.js";

describe("the classes of a map", () => {
  it("hold a sixth of the values each", () => {
    expect(sextiles([7, 1, 3, 5, 2, 4, 6])).toEqual([2, 3, 4, 5, 6]);
  });

  it("keep a value that most areas share apart from all larger ones", () => {
    const values = [...Array.from({length: 12}, () => 0), 0.01, 0.3];
    const limits = sextiles(values);
    expect(limits[0]).toBe(0.01);
    const labels = mapClasses(limits, String, values).map(({label}) => label);
    expect(labels[0]).toBe("0");
    expect(labels.at(-1)).toBe("0.3");
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
