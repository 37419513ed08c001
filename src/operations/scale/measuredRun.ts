import {spawn} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {UserError} from "../../error.js";

/** One command run as a process of its own: what it printed, how long it took, and the most memory it held. */
export interface MeasuredRun {
  json: unknown;
  durationMs: number;
  /** Peak resident memory, bytes; null where the system does not tell. */
  peakBytes: number | null;
}

const POLL_MS = 250;
const WORKBENCH = fileURLToPath(new URL("../../cli/workbench.js", import.meta.url));

/** Runs a command of the workbench with --json in a process of its own. Throws a UserError with its last words if it fails. */
export function measuredRun(words: string[], env: Record<string, string>): Promise<MeasuredRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [WORKBENCH, ...words, "--json"], {env: {...process.env, ...env}});
  const printed = {out: "", err: ""};
  child.stdout.on("data", (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.err = (printed.err + chunk.toString()).slice(-2000)));
  let peakBytes: number | null = null;
  const poll = setInterval(() => (peakBytes = peakOf(child.pid!) ?? peakBytes), POLL_MS);
  return new Promise((resolve, reject) =>
    child.on("close", (code) => {
      clearInterval(poll);
      if (code !== 0)
        return reject(
          new UserError(`workbench ${words[0]} failed: ${printed.err.trim().split("\n").at(-1)}`)
        );
      resolve({json: JSON.parse(printed.out), durationMs: performance.now() - started, peakBytes});
    })
  );
}

/** Linux keeps the high-water mark of a process’s resident memory. */
function peakOf(pid: number): number | null {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return null;
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(path, "utf8"));
    return match ? Number(match[1]) * 1024 : null;
  } catch {
    return null;
  }
}
