import type {Parameters} from "./open.js";

/**
 * Questions on their way to an answer, so that whoever asks the same meanwhile waits for the same answer. Nothing is
 * kept once it is there: the next to ask is answered anew.
 */
export class SharedAnswers {
  private readonly pending = new Map<string, Promise<unknown>>();

  /** Answers that were given to one more than the first to ask. */
  sharedCount = 0;

  /** Returns the answer to the question of this key that is on its way, or else asks; without a key it always asks. */
  ask<T>(key: string | null, question: () => Promise<T>): Promise<T> {
    if (key === null) return question();
    const known = this.pending.get(key) as Promise<T> | undefined;
    if (known) {
      this.sharedCount++;
      return known;
    }
    const answer = question().finally(() => this.pending.delete(key));
    this.pending.set(key, answer);
    return answer;
  }
}

/** Returns a text that is equal for equal questions alone; null where values are not plain ones, which are not compared. */
export function questionKey(sql: string, params: Parameters = {}, timeoutMs?: number): string | null {
  const isPlain = Object.values(params).every(
    (value) =>
      value === null ||
      typeof value === "string" ||
      typeof value === "boolean" ||
      (typeof value === "number" && Number.isFinite(value))
  );
  return isPlain ? JSON.stringify([sql, params, timeoutMs ?? null]) : null;
}
