import {readdirSync} from "node:fs";
import type {Command} from "./command.js";

const FOLDER = new URL("./commands/", import.meta.url);

/** Returns the names of all commands: the files in src/cli/commands, in name order. */
export function commandNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();
}

export async function loadCommand(name: string): Promise<Command> {
  const {command} = (await import(`./commands/${name}.ts`)) as {command: Command};
  return command;
}
