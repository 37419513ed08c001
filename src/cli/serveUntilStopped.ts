import {UserError} from "../error.js";
import {serveSite} from "../site/serveSite.js";
import type {OptionValue} from "./command.js";
import type {Output} from "./output.js";

/** Serves a built site, prints its address, and returns when the process is told to stop. */
export async function serveUntilStopped(
  folder: string,
  port: number,
  output: Output,
  base?: string
): Promise<void> {
  const site = await serveSite(folder, {port, ...(base && {base})});
  output.line(`serving ${folder} at ${site.url} (Ctrl-C stops)`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await site.close();
}

/** Parses the value of --port. */
export function portOf(value: OptionValue): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UserError(`not a port: ${String(value)}; give a number from 0 to 65535`, {exitCode: 2});
}
