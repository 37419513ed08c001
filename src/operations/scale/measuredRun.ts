import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {rowsOf} from "./rowsLine.js";
import {StepMeter} from "./stepMeter.js";

/** What a command did between two lines of its progress. */
export interface MeasuredStep {
  step: string;
  durationMs: number;
  cpuMs: number | null;
  /** Highest resident memory during the step, bytes. */
  peakBytes: number | null;
  /** Rows that it added; null where the command does not say. */
  rowCount: number | null;
}

/** Why a command stopped, and in which step. */
export interface Failure {
  step: string | undefined;
  reason: string;
}

/** One command run as a process of its own: what it printed, how long it took, and the most memory it held. */
export interface MeasuredRun {
  steps: MeasuredStep[];
  /** What it printed; null where it failed. */
  json: unknown;
  failure: Failure | null;
  durationMs: number;
  /** Processor time of all of its threads; null where the system does not tell. On a busy machine it says more. */
  cpuMs: number | null;
  /** Peak resident memory, bytes; null where the system does not tell. */
  peakBytes: number | null;
}

const POLL_MS = 250;
/** How the workbench begins what it says of an error. */
const ERROR = "workbench: ";
const WORKBENCH = fileURLToPath(new URL("../../cli/workbench.js", import.meta.url));

/**
 * Runs a command of the workbench with --json in a process of its own. A command that fails has measurements too: of
 * every step before, and of the one in which it failed.
 */
export function measuredRun(
  words: string[],
  env: Record<string, string>,
  onStep: (step: MeasuredStep) => void = () => {}
): Promise<MeasuredRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [WORKBENCH, ...words, "--json"], {env: {...process.env, ...env}});
  const steps = new StepMeter(child.pid!, onStep);
  const printed = {out: "", err: ""};
  child.stdout.on("data", (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => {
    printed.err = (printed.err + chunk.toString()).slice(-2000);
    for (const line of chunk.toString().trim().split("\n")) follow(steps, line);
  });
  const poll = setInterval(() => steps.look(), POLL_MS);
  return new Promise((resolve) =>
    child.on("close", (code, signal) => {
      clearInterval(poll);
      steps.end();
      const {cpuMs, peakBytes, done} = steps;
      const failure =
        code === 0 ? null : {step: done.at(-1)?.step, reason: lastWords(printed.err) || `ended by ${signal}`};
      const json: unknown = failure ? null : JSON.parse(printed.out);
      resolve({json, failure, steps: done, durationMs: performance.now() - started, cpuMs, peakBytes});
    })
  );
}

/** A line of progress begins a step, unless it tells the rows of the present one or why all ended. */
function follow(steps: StepMeter, line: string): void {
  const rowCount = rowsOf(line);
  if (rowCount !== undefined) steps.count(rowCount);
  else if (!line.startsWith(ERROR)) steps.begin(line);
}

/** Returns what a command that failed said last; nothing if it was ended from outside. */
function lastWords(printed: string): string {
  const at = printed.lastIndexOf(`\n${ERROR}`);
  if (at >= 0) return printed.slice(at + 1 + ERROR.length).trim();
  return printed.startsWith(ERROR) ? printed.slice(ERROR.length).trim() : "";
}
