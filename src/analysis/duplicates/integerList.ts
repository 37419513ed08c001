/** A list of 32-bit integers that grows. */
export class IntegerList {
  private items = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) this.grow(this.length + 1);
    this.items[this.length++] = value;
  }

  /** Appends count zeros and returns where they begin. */
  reserve(count: number): number {
    const start = this.length;
    if (this.items.length < start + count) this.grow(start + count);
    this.length = start + count;
    return start;
  }

  at(index: number): number {
    return this.items[index]!;
  }

  set(index: number, value: number): void {
    this.items[index] = value;
  }

  /** Returns the list as it is now; later changes may or may not show in it. */
  array(): Int32Array {
    return this.items.subarray(0, this.length);
  }

  private grow(least: number): void {
    const larger = new Int32Array(Math.max(least, this.items.length * 2));
    larger.set(this.items);
    this.items = larger;
  }
}
