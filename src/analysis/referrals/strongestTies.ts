/**
 * Keeps the strongest ties of each place: at most a given number, the nearer first among equal scores, then the one
 * to the lower-numbered place.
 */
export class StrongestTies {
  private readonly ranks: Float64Array;
  private readonly partners: Int32Array;
  private readonly squares: Float64Array;
  private readonly counts: Int32Array;
  /** Rank that a tie must beat to enter a place’s full list. */
  private readonly weakest: Float64Array;

  constructor(
    private readonly placeCount: number,
    private readonly perPlace: number
  ) {
    this.ranks = new Float64Array(placeCount * perPlace);
    this.partners = new Int32Array(placeCount * perPlace);
    this.squares = new Float64Array(placeCount * perPlace);
    this.counts = new Int32Array(placeCount);
    this.weakest = new Float64Array(placeCount).fill(-Infinity);
  }

  /** Offers the tie of a and b, with its score and the square of its length in km², to both. */
  offer(a: number, b: number, score: number, chordSquared: number): void {
    // What nearness adds is 1 at most: most ties are turned away without it.
    if (score + 1 < this.weakest[a]! && score + 1 < this.weakest[b]!) return;
    const rank = score + 1 / (1 + chordSquared);
    if (rank >= this.weakest[a]!) this.insert(a, b, rank, chordSquared);
    if (rank >= this.weakest[b]!) this.insert(b, a, rank, chordSquared);
  }

  private insert(place: number, partner: number, rank: number, chordSquared: number): void {
    const {ranks, partners, squares, counts, perPlace} = this;
    const first = place * perPlace;
    const isFull = counts[place] === perPlace;
    if (isFull && !this.precedes(rank, partner, first + perPlace - 1)) return;
    let slot = first + (isFull ? perPlace - 1 : counts[place]!++);
    for (; slot > first && this.precedes(rank, partner, slot - 1); slot--) {
      ranks[slot] = ranks[slot - 1]!;
      partners[slot] = partners[slot - 1]!;
      squares[slot] = squares[slot - 1]!;
    }
    ranks[slot] = rank;
    partners[slot] = partner;
    squares[slot] = chordSquared;
    if (counts[place] === perPlace) this.weakest[place] = ranks[first + perPlace - 1]!;
  }

  private precedes(rank: number, partner: number, slot: number): boolean {
    return rank > this.ranks[slot]! || (rank === this.ranks[slot] && partner < this.partners[slot]!);
  }

  /** Returns each tie that is among the strongest of either end, once, the lower place first, in ascending order. */
  ties(): {sources: Int32Array; targets: Int32Array; chordSquares: Float64Array} {
    const keys = this.keys();
    const count = keys.length;
    const [sources, targets] = [new Int32Array(count), new Int32Array(count)];
    const chordSquares = new Float64Array(count);
    for (let e = 0; e < count; e++) {
      const a = (sources[e] = Math.floor(keys[e]! / this.placeCount));
      const b = (targets[e] = keys[e]! % this.placeCount);
      const slot = this.slotOf(a, b);
      chordSquares[e] = this.squares[slot < 0 ? this.slotOf(b, a) : slot]!;
    }
    return {sources, targets, chordSquares};
  }

  /** Returns lower place · count + higher place for every tie, ascending: more of them than a Set can hold. */
  private keys(): Float64Array {
    const keys = new Float64Array(this.counts.reduce((sum, count) => sum + count, 0));
    let end = 0;
    for (let a = 0; a < this.placeCount; a++)
      for (let i = a * this.perPlace, last = i + this.counts[a]!; i < last; i++) {
        const b = this.partners[i]!;
        if (a < b) keys[end++] = a * this.placeCount + b;
        else if (this.slotOf(b, a) < 0) keys[end++] = b * this.placeCount + a;
      }
    return keys.subarray(0, end).sort();
  }

  private slotOf(place: number, partner: number): number {
    const first = place * this.perPlace;
    for (let i = first; i < first + this.counts[place]!; i++) if (this.partners[i] === partner) return i;
    return -1;
  }
}
