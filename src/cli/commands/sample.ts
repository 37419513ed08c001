import {join} from "node:path";
import {UserError} from "../../error.js";
import {generateSample} from "../../sources/sample/generateSample.js";
import type {Command, OptionValue} from "../command.js";

export const command: Command = {
  summary: "Write generated source files: invented organizations, real faults, and the truth beside them.",
  usage: ["sample [--scale N] [--seed N] [--folder FOLDER] [--force]"],
  details: [
    "Writes the five master files with 41,097 records times the scale. Places are real; names, streets and",
    "telephone numbers are invented. The subfolder truth says which records describe the same place and which",
    "fields were damaged. Nothing is written where the folder already holds the same sample."
  ].join("\n"),
  options: {
    scale: {
      type: "string",
      default: "1",
      description: "size as a multiple of the plan's 41,097 records; 1 unless given"
    },
    seed: {type: "string", default: "1", description: "seed of the random numbers; 1 unless given"},
    folder: {
      type: "string",
      description: "where to write; the folder sample of the state folder unless given"
    },
    force: {type: "boolean", description: "write even where the same sample or other files are"},
    json: {type: "boolean", description: "print the result as JSON"}
  },
  async run({values, config, output}) {
    const result = await generateSample({
      folder: typeof values.folder === "string" ? values.folder : join(config.state, "sample"),
      seed: numberOf("seed", values.seed),
      scale: numberOf("scale", values.scale),
      force: values.force === true,
      progress: (label, share) => output.progress(label, share)
    });
    output.done();
    if (values.json) return output.json(result);
    if (!result.isNew) return output.line(`${result.folder} already holds this sample; nothing written`);
    for (const [file, count] of Object.entries(result.records))
      output.line(`${count.toLocaleString("en-US").padStart(9)}  ${join(result.folder, file)}`);
    output.line(`${"truth".padStart(9)}  ${join(result.folder, "truth")}`);
  }
};

function numberOf(flag: string, value: OptionValue): number {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number))
    throw new UserError(`not a number: --${flag} ${String(value)}; give one such as --${flag} 1`, {
      exitCode: 2
    });
  return number;
}
