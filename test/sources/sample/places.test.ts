import {describe, expect, it} from "vitest";
import {drawPlace, readPlaces} from "../../../src/sources/sample/places.js";
import {Random} from "../../../src/sources/sample/random.js";
import {streetAddress} from "../../../src/sources/sample/streets.js";

const places = readPlaces();

describe("readPlaces", () => {
  it("covers 50 states, DC and the territories, and no military post offices", () => {
    expect(places.size).toBe(56);
    for (const territory of ["PR", "GU", "VI", "MP", "AS"]) expect(places.get(territory)).toBeDefined();
  });

  it("puts 02118 into Boston, Suffolk county, at its coordinates", () => {
    const place = places.get("MA")!.places.find(({zip}) => zip === "02118")!;
    expect(place).toMatchObject({city: "Boston", county: "Suffolk"});
    expect(Math.abs(place.latitude - 42.34)).toBeLessThan(0.02);
    expect(Math.abs(place.longitude + 71.07)).toBeLessThan(0.02);
  });

  it("draws a city about as often as it has people", () => {
    const georgia = places.get("GA")!;
    const people = georgia.places
      .filter(({city}) => city === "Atlanta")
      .reduce((sum, place) => sum + place.people, 0);
    const random = new Random(1, "test");
    const draws = 20_000;
    let hits = 0;
    for (let i = 0; i < draws; i++)
      hits += Number(georgia.places[drawPlace(georgia, random)]!.city === "Atlanta");
    const share = people / georgia.cumulative.at(-1)!;
    expect(Math.abs(hits / draws - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / draws));
  });
});

it("keeps invented addresses within about five kilometres of their ZIP code's centre", () => {
  for (const state of ["AK", "TX", "MA", "GU"])
    for (let i = 0; i < 200; i++) {
      const place = places.get(state)!.places[i % places.get(state)!.places.length]!;
      const {latitude, longitude} = streetAddress(place, new Random(i, "street"));
      const north = (latitude - place.latitude) * 111.2;
      const east = (longitude - place.longitude) * 111.2 * Math.cos((place.latitude * Math.PI) / 180);
      expect(Math.hypot(north, east)).toBeLessThan(5);
    }
});
