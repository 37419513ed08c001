import {expect, it} from "vitest";
import {spreadOut} from "../../../src/analysis/referrals/layout.js";
import {agreementOf} from "../../../src/analysis/referrals/agreement.js";
import {communityStability} from "../../../src/analysis/referrals/communityStability.js";
import {groupNames} from "../../../src/analysis/geography/groupNames.js";

it("no two places of a state share a position, and north stays up", () => {
  const latitudes = [...Array<number>(50).fill(40), 45];
  const longitudes = [...Array<number>(50).fill(-100), -100];
  const {x, y} = spreadOut(
    {latitudes, longitudes},
    latitudes.map(() => 1),
    latitudes.map((_, i) => -i)
  );
  expect(new Set(latitudes.map((_, i) => `${x[i]},${y[i]}`)).size).toBe(51);
  expect(y[50]).toBeLessThan(Math.min(...y.slice(0, 50)));
});

it("places on both sides of the date line lie side by side", () => {
  const {x} = spreadOut({latitudes: [52, 52, 60], longitudes: [170, -170, -140]}, [1, 1, 1], [0, 0, 0]);
  expect(x[0]).toBeLessThan(x[1]!);
  expect(x[1]! - x[0]!).toBeLessThan(x[2]! - x[1]!);
});

it("a community that half of the other runs split is half stable", () => {
  const other = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 2, 2)];
  const found = Int32Array.of(0, 0, 1, 1);
  const {communities, agreement} = communityStability(
    2,
    other.map((groups) => agreementOf(found, groups))
  );
  expect(Array.from(communities)).toEqual([0.5, 1]);
  expect(agreement).toBeGreaterThan(0.5);
  expect(agreement).toBeLessThan(1);
});

it("cluster ids follow the largest city, the ZIP code and then a number, whatever the clusters’ order", () => {
  const at = (group: number, city: string | null, zip: string) => ({group, city, state: "MA", zip});
  const places = [
    at(0, "Boston", "02118"),
    at(0, "Boston", "02118"),
    at(0, "Cambridge", "02139"),
    at(1, "Boston", "02124"),
    at(2, "Boston", "02124"),
    at(3, null, "01001")
  ];
  expect(groupNames(places, 4, {kind: "density"}).map(({id}) => id)).toEqual([
    "density-ma-boston",
    "density-ma-boston-02124",
    "density-ma-boston-02124-2",
    "density-ma-unknown"
  ]);
  const swapped = places.map((place) => ({...place, group: (place.group + 1) % 4}));
  expect(groupNames(swapped, 4, {kind: "density"})[1]!.id).toBe("density-ma-boston");
});

it("a cluster with an id keeps it, and an id that meant another cluster is not given anew", () => {
  const places = [0, 1, 2].map((group) => ({group, city: "Boston", state: "MA", zip: "02118"}));
  const names = groupNames(places, 3, {
    kind: "density",
    carried: new Map([[1, "density-ma-cambridge"]]),
    retired: ["density-ma-boston"]
  });
  expect(names).toEqual([
    {id: "density-ma-boston-02118", city: "Boston", state: "MA"},
    {id: "density-ma-cambridge", city: "Boston", state: "MA"},
    {id: "density-ma-boston-02118-2", city: "Boston", state: "MA"}
  ]);
});
