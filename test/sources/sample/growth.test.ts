import {expect, it} from "vitest";
import {inventedPlace} from "../../../src/sources/sample/inventedPlace.js";
import {readPlaces} from "../../../src/sources/sample/places.js";
import {layOutSample} from "../../../src/sources/sample/sampleFiles.js";
import {generatorVersion} from "../../../src/sources/sample/sampleStamp.js";

/** Share of the operators with several places whose first two lie in one ZIP code. */
function shareInOneZip(scale: number): number {
  const {sites, operators} = layOutSample(1, scale).world;
  const seconds = new Map<number, number>();
  for (let site = 0; site < sites.count; site++) {
    const operator = operators.operator[site]!;
    if (site !== operator && !seconds.has(operator)) seconds.set(operator, site);
  }
  const close = [...seconds].filter(([first, site]) => sites.placeIndex[first] === sites.placeIndex[site]);
  return close.length / seconds.size;
}

it("a sample of ten times the size spreads the places of an operator as widely as the plan's", () => {
  // About half; next to each other in the larger sample would be nine in ten.
  expect(Math.abs(shareInOneZip(10) - shareInOneZip(1))).toBeLessThan(0.15);
});

it("every site has an operator, which is the first of its sites and in the same state", () => {
  const {sites, operators} = layOutSample(1, 3).world;
  const strays = Array.from(operators.operator.entries()).filter(
    ([site, first]) =>
      !(first >= 0 && first <= site) ||
      operators.operator[first] !== first ||
      sites.state[first] !== sites.state[site]
  );
  expect(strays).toEqual([]);
});

it("twenty times the residences have names of their own as often as the plan's 404 have", () => {
  const places = readPlaces();
  const distinct = (count: number) => {
    const word = (_: unknown, i: number) =>
      inventedPlace({purpose: "narr", number: i + 1, form: "residence", state: "MA"}, places, 1).word;
    return new Set(Array.from({length: count}, word)).size / count;
  };
  // 404 of 8,000 words, drawn with replacement: all but about 404 / 16,000 are distinct.
  expect(Math.abs(distinct(404) - (1 - 404 / 16_000))).toBeLessThan(0.02);
  expect(Math.abs(distinct(20 * 404) - distinct(404))).toBeLessThan(0.02);
});

it("what grows with the sample has a version of its own, and up to the plan's size nothing has changed", () => {
  expect([0.02, 1, 1.5, 100].map(generatorVersion)).toEqual([2, 2, 3, 3]);
});
