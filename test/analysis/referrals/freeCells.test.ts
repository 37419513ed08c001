import {expect, it} from "vitest";
import {FreeCells} from "../../../src/analysis/referrals/freeCells.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";

it("each taker gets the cell that a search of the whole grid finds, until none is left", () => {
  const side = 17;
  const random = seededRandom(3);
  const cells = new FreeCells(side);
  const free = Array.from(
    {length: side * side},
    (_, cell) => [cell % side, Math.floor(cell / side)] as const
  );
  while (free.length > 0) {
    // Most want one corner of the grid, so that it is crowded far around.
    const [column, row] = [Math.floor(random() ** 3 * side), Math.floor(random() ** 2 * side)];
    const [best] = [...free].sort(
      ([a, b], [c, d]) =>
        Math.max(Math.abs(a - column), Math.abs(b - row)) -
          Math.max(Math.abs(c - column), Math.abs(d - row)) ||
        (a - column) ** 2 + (b - row) ** 2 - (c - column) ** 2 - (d - row) ** 2 ||
        b - d ||
        a - c
    );
    expect(cells.takeNearest(column, row)).toEqual(best);
    free.splice(free.indexOf(best!), 1);
  }
});
