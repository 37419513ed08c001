import {spawn} from "node:child_process";
import {pathToFileURL} from "node:url";

export interface BuildRun {
  /** Exit code, or null where a signal ended it. */
  code: number | null;
  stderr: string;
  durationMs: number;
}

export interface RunOptions {
  killAfterMs?: number;
  /** A module to load first, and variables for it. */
  preload?: string;
  env?: Record<string, string>;
}

/** Runs `workbench migrate` as a process of its own, from one folder into another, killing it if told to. */
export function runBuild(
  sources: string,
  state: string,
  {killAfterMs, preload, env}: RunOptions = {}
): Promise<BuildRun> {
  const started = performance.now();
  const hook = preload ? ["--import", pathToFileURL(preload).href] : [];
  const child = spawn(process.execPath, [...hook, "--import", "tsx", "src/cli/workbench.js", "migrate"], {
    env: {...process.env, ...env, WORKBENCH_SOURCES: sources, WORKBENCH_STATE: state},
    stdio: ["ignore", "ignore", "pipe"]
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const timer = killAfterMs === undefined ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      if (timer) clearTimeout(timer);
      resolve({code, stderr, durationMs: performance.now() - started});
    })
  );
}
