import {describe, expect, it} from "vitest";
import {ramp} from "../../reports/components/palette.js";
import {classColors, mapClasses, sextiles} from "../../reports/components/mapClasses.js";

describe("the classes of a map", () => {
  it("hold a sixth of the values each", () => {
    expect(sextiles([7, 1, 3, 5, 2, 4, 6])).toEqual([2, 3, 4, 5, 6]);
  });

  it("keep a value that most areas share apart from all larger ones", () => {
    const values = [...Array.from({length: 40}, () => 0), ...Array.from({length: 18}, (_, i) => i + 1)];
    const limits = sextiles(values);
    expect(limits.map((limit) => Number(limit.toFixed(9)))).toEqual([1, 4.4, 7.8, 11.2, 14.6]);
    expect(mapClasses(limits, (d) => d.toFixed(1).replace(".0", ""), values).map(({label}) => label)).toEqual(
      ["0", "1 to 4.4", "4.4 to 7.8", "7.8 to 11.2", "11.2 to 14.6", "14.6 and more"]
    );
  });

  it("are the values themselves where these are few", () => {
    const values = [0, 0, 0, 0.01, 0.3];
    expect(sextiles(values)).toEqual([0.01, 0.3]);
    expect(mapClasses([0.01, 0.3], String, values).map(({label}) => label)).toEqual(["0", "0.01", "0.3"]);
  });

  it("are one where their values read the same", () => {
    const format = (value: number) => value.toFixed(1);
    const few = [11.26, 11.27, 15.7, 15.9];
    expect(sextiles(few, format)).toEqual([15.7, 15.9]);
    expect(mapClasses([15.7, 15.9], format, few).map(({label}) => label)).toEqual(["11.3", "15.7", "15.9"]);
    const many = [1, 2, 3.01, 3.02, 3.03, 3.04, 4, 5, 6, 7];
    const labels = sextiles(many, format).map(format);
    expect(new Set(labels).size).toBe(labels.length);
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
