import {createHash} from "node:crypto";
import {FetchError} from "./fetchError.js";

export interface RetryOptions {
  limits: Record<string, number>;
  /** Decides the jitter: the same seed gives the same waits. */
  seed: string;
  sleep: (ms: number) => Promise<void>;
}

/**
 * Runs the attempt until it succeeds, fails for good, or fetch_attempts are used up, and returns its result
 * with the number of attempts. Between attempts it waits a random time up to base × 2ⁿ, capped (“full jitter”,
 * M. Brooker, 2015), and never less than the server’s Retry-After.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  {limits, seed, sleep}: RetryOptions
): Promise<{result: T; attempts: number}> {
  for (let attempts = 1; ; attempts++) {
    try {
      return {result: await attempt(), attempts};
    } catch (error) {
      const wait = waitAfter(error, attempts, {limits, seed});
      if (wait === null) throw withCount(error, attempts);
      await sleep(wait);
    }
  }
}

function waitAfter(
  error: unknown,
  attempts: number,
  {limits, seed}: Pick<RetryOptions, "limits" | "seed">
): number | null {
  if (!(error instanceof FetchError) || !error.isTransient || attempts >= limits.fetch_attempts!) return null;
  if (error.retryAfterMs > limits.fetch_retry_after_cap_s! * 1000) return null;
  const ceiling = Math.min(limits.fetch_backoff_cap_s!, limits.fetch_backoff_base_s! * 2 ** (attempts - 1));
  return Math.max(error.retryAfterMs, ceiling * 1000 * jitter(`${seed}/${attempts}`));
}

function withCount(error: unknown, attempts: number): unknown {
  if (!(error instanceof FetchError) || attempts === 1) return error;
  return new FetchError(`${error.message} (${attempts} attempts)`, {cause: error});
}

/** Returns a number in [0, 1) drawn from the hash of the seed. */
function jitter(seed: string): number {
  return createHash("sha256").update(seed).digest().readUInt32BE(0) / 2 ** 32;
}
