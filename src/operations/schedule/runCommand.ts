import {spawn} from "node:child_process";

/**
 * Runs one command line of the workbench in a process of its own, with this one’s output, and returns its exit
 * code. A signal that stops the schedule does not reach it, so that it can end as it would.
 */
export async function runCommand(line: string, program = "src/cli/workbench.js"): Promise<number> {
  const child = spawn(process.execPath, [program, ...words(line)], {
    stdio: ["ignore", "inherit", "inherit"],
    detached: true
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Splits a command line at blanks; double quotes hold words together. */
export function words(line: string): string[] {
  return Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare!);
}
