import type {Command, Option} from "./command.js";
import {commandNames, loadCommand} from "./commandList.js";

/** Returns the list of commands with their summaries. */
export async function generalHelp(): Promise<string> {
  const names = commandNames();
  const width = Math.max(...names.map((name) => name.length));
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(width)}  ${(await loadCommand(name)).summary}`)
  );
  return [
    "Usage: workbench <command> [options]",
    "",
    ...lines,
    "",
    "workbench help <command> tells more of one command.",
    "WORKBENCH_SOURCES, WORKBENCH_STATE, WORKBENCH_REFERENCE and WORKBENCH_DATABASE choose where data lies;",
    "workbench.json in the working folder (or at WORKBENCH_SETTINGS) does the same. Exit codes: 0 done, 1 failed check or bad input, 2 usage."
  ].join("\n");
}

/** Returns the help of one command. */
export function commandHelp(name: string, {summary, usage, details, options = {}}: Command): string {
  const flags = Object.entries(options).map(([flag, option]) => [flagName(flag, option), option.description]);
  const width = Math.max(0, ...flags.map(([flag]) => flag!.length));
  return [
    ...usage.map((words, i) => `${i ? "      " : "Usage:"} workbench ${words}`.trimEnd()),
    "",
    summary,
    ...(details ? ["", details] : []),
    ...(flags.length ? ["", ...flags.map(([flag, text]) => `  ${flag!.padEnd(width)}  ${text}`)] : []),
    "",
    `workbench help lists all commands; this is ${name}.`
  ].join("\n");
}

function flagName(flag: string, {type, short}: Option): string {
  return `${short ? `-${short}, ` : ""}--${flag}${type === "string" ? " VALUE" : ""}`;
}
