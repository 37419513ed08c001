import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {UserError} from "../../error.js";
import {StepMeter} from "./stepMeter.js";

/** What a command did between two lines of its progress. */
export interface MeasuredStep {
  step: string;
  durationMs: number;
  cpuMs: number | null;
  /** Highest resident memory during the step, bytes. */
  peakBytes: number | null;
}

/** One command run as a process of its own: what it printed, how long it took, and the most memory it held. */
export interface MeasuredRun {
  steps: MeasuredStep[];
  json: unknown;
  durationMs: number;
  /** Processor time of all of its threads; null where the system does not tell. On a busy machine it says more. */
  cpuMs: number | null;
  /** Peak resident memory, bytes; null where the system does not tell. */
  peakBytes: number | null;
}

const POLL_MS = 250;
const WORKBENCH = fileURLToPath(new URL("../../cli/workbench.js", import.meta.url));

/**
 * Runs a command of the workbench with --json in a process of its own. Throws a UserError with what it said if it
 * fails; onStep is told of every step before that.
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
    steps.begin(chunk.toString().trim().split("\n").at(-1)!);
  });
  const poll = setInterval(() => steps.look(), POLL_MS);
  return new Promise((resolve, reject) =>
    child.on("close", (code) => {
      clearInterval(poll);
      steps.end();
      const lastWords = printed.err
        .split(/^workbench: /m)
        .at(-1)!
        .trim();
      if (code !== 0) return reject(new UserError(`workbench ${words[0]} failed: ${lastWords}`));
      const {cpuMs, peakBytes} = steps;
      const durationMs = performance.now() - started;
      resolve({json: JSON.parse(printed.out), steps: steps.done, durationMs, cpuMs, peakBytes});
    })
  );
}
