// Framework runs this file for each data-loaders/*.sql that a page reads; see observablehq.config.ts. Like the
// program, it starts from what was compiled, in a third of the time that tsx takes to read the sources.
import {compiledProgram} from "./compiledProgram.js";

process.setSourceMapsEnabled(true);
const program = await compiledProgram();
if (!program) (await import("tsx/esm/api")).register();
await import(program ? new URL("emit.mjs", program).href : "../snapshots/emit.ts");
