import {parentPort} from "node:worker_threads";

type Functions = Record<string, (...args: unknown[]) => unknown>;

/** Calls functions as the thread’s parent asks, one after the other, and answers with their results or errors. */
export function serveFunctions(functions: Functions): void {
  parentPort!.on("message", ({name, args}: {name: string; args: unknown[]}) => {
    try {
      parentPort!.postMessage({value: functions[name]!(...args)});
    } catch (error) {
      parentPort!.postMessage({error});
    }
  });
}
