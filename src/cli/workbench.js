#!/usr/bin/env node
// Plain JavaScript, so that `npx workbench` needs no build: it runs what was compiled from the sources as they are
// now, or, where nothing can be compiled, has tsx read them.
import {compiledProgram} from "./compiledProgram.js";

process.setSourceMapsEnabled(true);
const program = await compiledProgram();
if (!program) (await import("tsx/esm/api")).register();
const {main} = await import(program ?? "./main.ts");
process.exitCode = await main(process.argv.slice(2));
