import type {Config} from "../config.js";
import type {Output} from "./output.js";

/** A flag, as node:util parseArgs takes it, with the words that help shows. */
export interface Option {
  type: "string" | "boolean";
  short?: string;
  multiple?: boolean;
  default?: string | boolean;
  description: string;
}

export type OptionValue = string | boolean | string[] | undefined;

/** What a command is handed: its flags and words, the configuration, and where to print. */
export interface Invocation {
  values: Record<string, OptionValue>;
  positionals: string[];
  config: Config;
  output: Output;
}

/**
 * One command of the workbench. Each file in src/cli/commands exports one as `command`; the file’s name is
 * the command’s name, so that a new file is a new command, listed by help and checked by the CLI test.
 */
export interface Command {
  /** One line, shown by `workbench help`. */
  summary: string;
  /** The words after `workbench`, such as `review sample [--size N]`; one line per form. */
  usage: string[];
  /** Paragraphs shown by `workbench help NAME`. */
  details?: string;
  options?: Record<string, Option>;
  /** The largest number of words after the command’s name; 0 unless given. */
  positionals?: number;
  /** Returns the exit code; nothing means 0. Throws a UserError for a mistake. */
  run(invocation: Invocation): Promise<number | void>;
}
