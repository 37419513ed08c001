import {existsSync} from "node:fs";
import {availableParallelism} from "node:os";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import {build} from "esbuild";

/** Where the program was compiled together with its threads; see src/cli/compiledProgram.js. */
const COMPILED = (import.meta as {threads?: string}).threads;

type Functions = Record<string, (...args: never[]) => unknown>;

interface Call {
  name: string;
  args: unknown[];
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

// One that runs and one that is ready, so that a thread need not wait while the caller is busy.
const CALLS_AT_ONCE = 2;

/**
 * Threads that call the exported functions of one module, so that all cores work. Calls begin in the order in which
 * they are made; results depend on arguments alone, not on the number of threads. Arguments and results are copied,
 * except what lies in shared memory.
 */
export class Workers<Module extends Functions> {
  private readonly waiting: Call[] = [];
  /** What each thread has been handed and not answered, in order. */
  private readonly handed = new Map<Worker, Call[]>();
  private failure: {error: unknown} | undefined;

  private constructor(private readonly module: Module) {}

  /** Takes the module and where its file lies; with 0 threads its functions are called where the caller runs. */
  static async start<Module extends Functions>(
    module: Module,
    file: URL,
    {threads = availableParallelism()}: {threads?: number} = {}
  ): Promise<Workers<Module>> {
    const workers = new Workers(module);
    const code = threads > 0 ? (compiledThread(file) ?? (await threadCode(file))) : "";
    for (let i = 0; i < threads; i++) workers.add(code);
    return workers;
  }

  /** Calls a function of the module on the next free thread; throws what the function throws. */
  call<Name extends keyof Module & string>(
    name: Name,
    ...args: Parameters<Module[Name]>
  ): Promise<Awaited<ReturnType<Module[Name]>>> {
    const result = new Promise<Awaited<ReturnType<Module[Name]>>>((resolve, reject) => {
      this.waiting.push({name, args, resolve, reject});
      this.handOut();
    });
    // Callers may start several calls and await them later; until then a failure is not unhandled.
    result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.handed.keys(), (thread) => thread.terminate()));
  }

  private add(code: string | URL): void {
    const thread = new Worker(code, {eval: typeof code === "string", execArgv: []});
    this.handed.set(thread, []);
    thread.on("message", ({value, error}: {value: never; error?: unknown}) => {
      const call = this.handed.get(thread)!.shift()!;
      if (error === undefined) call.resolve(value);
      else call.reject(error);
      this.handOut();
    });
    thread.on("error", (error) => {
      this.failure ??= {error};
      for (const call of [...this.handed.values()].flat()) call.reject(error);
      this.handOut();
    });
  }

  private handOut(): void {
    for (let call = this.waiting[0]; call; call = this.waiting[0]) {
      const [thread, calls] = this.leastBusy();
      if (thread && calls!.length === CALLS_AT_ONCE && !this.failure) return;
      this.waiting.shift();
      if (this.failure) call.reject(this.failure.error);
      else if (!thread) this.callHere(call);
      else {
        calls!.push(call);
        thread.postMessage({name: call.name, args: call.args});
      }
    }
  }

  private leastBusy(): [Worker?, Call[]?] {
    return [...this.handed].sort(([, a], [, b]) => a.length - b.length)[0] ?? [];
  }

  private callHere({name, args, resolve, reject}: Call): void {
    Promise.resolve()
      .then(() => this.module[name]!(...(args as never[])))
      .then(resolve as (value: unknown) => void, reject);
  }
}

function compiledThread(file: URL): URL | undefined {
  if (COMPILED === undefined) return undefined;
  const thread = new URL(`${basename(file.pathname, ".ts")}.mjs`, COMPILED);
  return existsSync(thread) ? thread : undefined;
}

/** Bundles the module with what serves its functions: a thread that registered tsx would take longer to start. */
async function threadCode(file: URL): Promise<string> {
  const {outputFiles} = await build({
    stdin: {
      contents: `import * as functions from ${JSON.stringify(fileURLToPath(file))};
        import {serveFunctions} from "./serveFunctions.js";
        serveFunctions(functions);`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url))
    },
    bundle: true,
    platform: "node",
    packages: "external",
    write: false,
    logLevel: "silent"
  });
  return outputFiles[0]!.text;
}
