import {messageOf, UserError} from "../../error.js";

/** The names under which DuckDB’s motherduck extension looks for the token. */
const NAMES = ["motherduck_token", "MOTHERDUCK_TOKEN"];

/** Says whether the environment holds a token. */
export function hasToken(env: NodeJS.ProcessEnv = process.env): boolean {
  return NAMES.some((name) => Boolean(env[name]));
}

/** Returns the text with every token of the environment struck out. */
export function withoutToken(text: string, env: NodeJS.ProcessEnv = process.env): string {
  return NAMES.reduce((clean, name) => (env[name] ? clean.replaceAll(env[name], "***") : clean), text);
}

/**
 * Runs the callback such that no error that it throws can carry the token: neither in its message nor in a cause
 * or a stack.
 */
export async function guardingToken<T>(callback: () => Promise<T>): Promise<T> {
  try {
    return await callback();
  } catch (error) {
    if (withoutToken(`${messageOf(error)}${error instanceof Error ? error.stack : ""}`).includes("***"))
      throw new UserError(withoutToken(messageOf(error)));
    throw error;
  }
}
