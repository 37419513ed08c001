import {spawn} from "node:child_process";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import type {Config} from "../config.js";
import {UserError} from "../error.js";
import type {SitePaths} from "./sitePaths.js";

/** Returns the path of Framework’s command-line program. */
export function frameworkProgram(): string {
  const main = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
  return join(dirname(main), "dist/bin/observable.js");
}

/** Returns the environment in which Framework uses the given folders and reports nothing to anyone. */
export function frameworkEnvironment(config: Config, {reports, output}: SitePaths): NodeJS.ProcessEnv {
  return {
    ...process.env,
    OBSERVABLE_TELEMETRY_DISABLE: "1",
    WORKBENCH_REPORTS: reports,
    WORKBENCH_SITE: output,
    // The state folder is already that of the chosen database.
    WORKBENCH_STATE: config.state,
    WORKBENCH_DATABASE: "production",
    ...(config.sources && {WORKBENCH_SOURCES: config.sources})
  };
}

export interface RunOptions {
  /** Called with the path of each page as it is read. */
  onPage?: (path: string) => void;
  /** Ends the build. */
  signal?: AbortSignal;
}

/** Runs Framework’s build. Throws with the last lines that it printed if it fails or is ended. */
export async function runFramework(env: NodeJS.ProcessEnv, {onPage, signal}: RunOptions = {}): Promise<void> {
  const child = spawn(process.execPath, [frameworkProgram(), "build"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    signal
  });
  let printed = "";
  const take = (chunk: Buffer) => {
    const text = stripVTControlCharacters(chunk.toString());
    printed += text;
    for (const [, path] of text.matchAll(/^load (\S+)/gm)) onPage?.(path!);
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", (error) => error.name !== "AbortError" && reject(error));
    child.on("close", resolve);
  });
  if (code !== 0) throw new UserError(`site not built; Framework said:\n${tail(printed)}`);
}

function tail(printed: string): string {
  const lines = printed.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  return lines.slice(-12).join("\n");
}
