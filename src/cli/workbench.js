#!/usr/bin/env node
// Plain JavaScript, so that `npx workbench` needs no build: it registers tsx, then hands over to TypeScript.
import {register} from "tsx/esm/api";

register();
const {main} = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
