import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {UserError} from "../../error.js";

/** One command run as a process of its own: what it printed, how long it took, and the most memory it held. */
export interface MeasuredRun {
  json: unknown;
  durationMs: number;
  /** Processor time of all of its threads; null where the system does not tell. On a busy machine it says more. */
  cpuMs: number | null;
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
  let cpuMs: number | null = null;
  const poll = setInterval(() => {
    peakBytes = peakOf(child.pid!) ?? peakBytes;
    cpuMs = cpuOf(child.pid!) ?? cpuMs;
  }, POLL_MS);
  return new Promise((resolve, reject) =>
    child.on("close", (code) => {
      clearInterval(poll);
      if (code !== 0)
        return reject(
          new UserError(`workbench ${words[0]} failed: ${printed.err.trim().split("\n").at(-1)}`)
        );
      resolve({json: JSON.parse(printed.out), durationMs: performance.now() - started, cpuMs, peakBytes});
    })
  );
}

/** Linux keeps the high-water mark of a process’s resident memory. */
function peakOf(pid: number): number | null {
  const match = /VmHWM:\s+(\d+) kB/.exec(readProcess(pid, "status"));
  return match ? Number(match[1]) * 1024 : null;
}

/** Linux counts processor time in hundredths of a second: fields 14 and 15, counted behind the name in parentheses. */
function cpuOf(pid: number): number | null {
  const stat = readProcess(pid, "stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) * 10 : null;
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
