/**
 * A mistake that the person at the keyboard can mend: what is wrong, the offending value, what to do.
 * The command line prints its message without a stack and exits with its code: 1 for bad input or a
 * failed check, 2 for a command that was typed wrongly.
 */
export class UserError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, {exitCode = 1, cause}: {exitCode?: 1 | 2; cause?: unknown} = {}) {
    super(message, {cause});
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}

/** Returns the message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
