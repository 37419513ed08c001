/**
 * The free cells of a square grid. Remembers how far around a cell all are taken, so that finding the nearest free one of
 * a crowded place does not begin at its middle each time.
 */
export class FreeCells {
  private readonly taken: Uint8Array;
  /** Of each cell, how many rings around it, itself the first, are known to hold no free one. */
  private readonly fullRings: Uint16Array;

  constructor(private readonly side: number) {
    this.taken = new Uint8Array(side * side);
    this.fullRings = new Uint16Array(side * side);
  }

  /**
   * Takes the free cell that lies fewest rings from the given one, the nearest of that ring, the first by row and column
   * of several. Rings are squares around the cell; there must be a free one.
   */
  takeNearest(column: number, row: number): [column: number, row: number] {
    for (let ring = this.ringsAround(column, row); ; ring++) {
      const found = this.nearestOfRing(column, row, ring);
      if (found < 0) continue;
      this.taken[found] = 1;
      this.fullRings[row * this.side + column] = ring;
      return [found % this.side, Math.floor(found / this.side)];
    }
  }

  /** What is full around a neighbour is full around this cell, but for one ring. */
  private ringsAround(column: number, row: number): number {
    const {side, fullRings} = this;
    let rings = fullRings[row * side + column]!;
    for (let r = Math.max(0, row - 1); r <= Math.min(side - 1, row + 1); r++)
      for (let c = Math.max(0, column - 1); c <= Math.min(side - 1, column + 1); c++)
        rings = Math.max(rings, fullRings[r * side + c]! - 1);
    return rings;
  }

  private nearestOfRing(column: number, row: number, ring: number): number {
    const {side, taken} = this;
    const [left, right] = [Math.max(0, column - ring), Math.min(side - 1, column + ring)];
    let [best, nearest] = [-1, Infinity];
    for (let r = Math.max(0, row - ring), last = Math.min(side - 1, row + ring); r <= last; r++) {
      const isEdge = Math.abs(r - row) === ring;
      // Of the rows between the first and the last only the two ends belong to the ring.
      const step = isEdge ? 1 : Math.max(1, 2 * ring);
      for (let c = isEdge ? left : column - ring; c <= right; c += step) {
        if (c < 0 || taken[r * side + c] === 1) continue;
        const distance = (r - row) ** 2 + (c - column) ** 2;
        if (distance < nearest) [best, nearest] = [r * side + c, distance];
      }
    }
    return best;
  }
}
