import type {Offers} from "./offers.js";
import {shuffled} from "./seededRandom.js";

/**
 * Returns random offers in which every place keeps its number of services and every service its number of places. In
 * each round all places are paired at random, and each pair puts together what only one of them offers and deals it
 * out anew (Strona et al. 2014; in rounds, Carstens et al. 2018), which reaches all such networks equally often.
 */
export function curveball(
  {serviceCount, offsets, services}: Offers,
  {random, rounds}: {random: () => number; rounds: number}
): Offers {
  const traded = services.slice();
  const owned = new Uint8Array(serviceCount);
  const pool = new Int32Array(2 * serviceCount);
  const trade = (a: number, b: number): void => {
    const [aFrom, aTo, bFrom, bTo] = [offsets[a]!, offsets[a + 1]!, offsets[b]!, offsets[b + 1]!];
    for (let i = bFrom; i < bTo; i++) owned[traded[i]!] = 1;
    let size = 0;
    let aShared = aFrom;
    for (let i = aFrom; i < aTo; i++) {
      const service = traded[i]!;
      if (owned[service] === 0) pool[size++] = service;
      else {
        owned[service] = 2;
        traded[aShared++] = service;
      }
    }
    let bShared = bFrom;
    for (let i = bFrom; i < bTo; i++) {
      const service = traded[i]!;
      if (owned[service] === 1) pool[size++] = service;
      else traded[bShared++] = service;
      owned[service] = 0;
    }
    for (let i = 0, end = aTo - aShared; i < end; i++) {
      const drawn = i + Math.floor(random() * (size - i));
      traded[aShared + i] = pool[drawn]!;
      pool[drawn] = pool[i]!;
    }
    traded.set(pool.subarray(aTo - aShared, size), bShared);
  };
  for (let round = 0; round < rounds; round++) {
    const order = shuffled(offsets.length - 1, random);
    for (let i = 0; i + 1 < order.length; i += 2) trade(order[i]!, order[i + 1]!);
  }
  return {serviceCount, offsets, services: traded};
}
