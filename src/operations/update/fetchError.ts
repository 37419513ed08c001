import {UserError} from "../../error.js";

/** A source that could not be fetched: why, and whether another attempt may help. */
export class FetchError extends UserError {
  readonly isTransient: boolean;
  /** How long the server asks to be left alone, milliseconds; 0 where it does not say. */
  readonly retryAfterMs: number;

  constructor(
    message: string,
    {
      isTransient = false,
      retryAfterMs = 0,
      cause
    }: {isTransient?: boolean; retryAfterMs?: number; cause?: unknown} = {}
  ) {
    super(message, {cause});
    this.name = "FetchError";
    this.isTransient = isTransient;
    this.retryAfterMs = retryAfterMs;
  }
}
