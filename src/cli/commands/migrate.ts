import {build} from "../../pipeline/build.js";
import {warehousePath} from "../../config.js";
import type {Command} from "../command.js";
import {rateLines} from "../rateLines.js";

const STEPS = 20;

export const command: Command = {
  summary: "Builds the warehouse from the sources, checks it and publishes it.",
  usage: ["migrate [--json]"],
  details:
    "Reads WORKBENCH_SOURCES (or the generated sample), builds a candidate in WORKBENCH_STATE, runs every check and\n" +
    "publishes by rename. If a step or an error-level check fails, the published warehouse stays as it was.",
  options: {json: {type: "boolean", description: "print one JSON object instead of text"}},
  async run({values, config, output}) {
    const result = await build(config, {onStep: (step, n) => output.progress(step, (n - 1) / STEPS)});
    output.done();
    if (values.json) return output.json(result);
    for (const {step, durationMs} of result.steps)
      output.line(`  ${step.padEnd(18)} ${(durationMs / 1000).toFixed(2).padStart(6)} s`);
    for (const {name, failureCount} of result.checks.filter((d) => d.failureCount > 0))
      output.line(`  warning: ${name} (${failureCount} rows)`);
    for (const line of rateLines(result)) output.line(line);
    output.line(
      `published ${warehousePath(config)}, build ${result.buildId}${result.isSample ? " (generated sample data)" : ""}`
    );
  }
};
