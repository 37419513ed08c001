// Plain JavaScript, so that a thread needs no build: it registers tsx, then calls the functions of a TypeScript module.
import {parentPort, workerData} from "node:worker_threads";
import {register} from "tsx/esm/api";

register();
const functions = await import(workerData);
parentPort.on("message", async ({name, args}) => {
  try {
    parentPort.postMessage({value: await functions[name](...args)});
  } catch (error) {
    parentPort.postMessage({error});
  }
});
