/** Records that lie in raw.records as they will stay. */
export interface LandedPart {
  /** From 1, in the order of the records. */
  number: number;
  firstId: number;
  lastId: number;
  /** Names of the sources that they are of. */
  sources: string[];
}

/** Hands parts from what lands records to those who read them while others are still being landed. */
export class LandedParts {
  private readonly parts: LandedPart[] = [];
  private readonly waiting: (() => void)[] = [];
  private count = 0;
  private hasEnded = false;

  add(part: Omit<LandedPart, "number">): void {
    this.parts.push({number: ++this.count, ...part});
    this.wake();
  }

  /** Says that no more parts will come. */
  end(): void {
    this.hasEnded = true;
    this.wake();
  }

  /** Yields parts in the order in which they came, waiting for those to come. Of several readers each part goes to one. */
  async *read(): AsyncGenerator<LandedPart> {
    for (;;) {
      const part = this.parts.shift();
      if (part) yield part;
      else if (this.hasEnded) return;
      else await new Promise<void>((resolve) => void this.waiting.push(resolve));
    }
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
