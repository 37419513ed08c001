import {parseArgs, type ParseArgsConfig} from "node:util";
import {readConfig} from "../config.js";
import {messageOf, UserError} from "../error.js";
import type {Command, OptionValue} from "./command.js";
import {commandNames, loadCommand} from "./commandList.js";
import {commandHelp, generalHelp} from "./help.js";
import {createOutput, type Output} from "./output.js";

/** Runs one command line and returns its exit code: 0 done, 1 failed check or bad input, 2 wrong usage. */
export async function main(
  argv: string[],
  output = createOutput(process.stdout, process.stderr)
): Promise<number> {
  try {
    return await dispatch(argv, output);
  } catch (error) {
    output.done();
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`workbench: ${error.message}\n`);
    return error.exitCode;
  }
}

async function dispatch([name, ...rest]: string[], output: Output): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h")
    return help(rest[0], output);
  const command = await find(name);
  if (rest.includes("--help") || rest.includes("-h")) return help(name, output);
  const {values, positionals} = parse(name, command, rest);
  return (await command.run({values, positionals, config: readConfig(), output})) ?? 0;
}

async function help(name: string | undefined, output: Output): Promise<number> {
  output.line(name === undefined ? await generalHelp() : commandHelp(name, await find(name)));
  return 0;
}

async function find(name: string): Promise<Command> {
  if (!commandNames().includes(name))
    throw new UserError(`unknown command: ${name}; run workbench help for the list`, {exitCode: 2});
  return loadCommand(name);
}

function parse(name: string, command: Command, args: string[]) {
  const allowed = command.positionals ?? 0;
  try {
    const options = (command.options ?? {}) as ParseArgsConfig["options"];
    const parsed = parseArgs({args, options, allowPositionals: true});
    if (parsed.positionals.length > allowed)
      throw new Error(`unexpected word: ${parsed.positionals[allowed]}`);
    return {values: parsed.values as Record<string, OptionValue>, positionals: parsed.positionals};
  } catch (error) {
    const [reason] = messageOf(error).split(". ");
    throw new UserError(`${reason}; run workbench help ${name}`, {exitCode: 2, cause: error});
  }
}
