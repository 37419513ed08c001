// Preloaded into a build: kills it right before, or right after, its nth rename, link or sync of a file in the state folder.
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

const {KILL_CALL: call, KILL_AT: at, KILL_WHEN: when} = process.env;
const original = fs[call];
let count = 0;
fs[call] = (...args) => {
  const isDue = ++count === Number(at);
  if (isDue && when === "before") process.kill(process.pid, "SIGKILL");
  const result = original(...args);
  if (isDue) process.kill(process.pid, "SIGKILL");
  return result;
};
syncBuiltinESMExports();
