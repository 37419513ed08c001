import {build, type BuildOptions} from "../../pipeline/build.js";
import {warehousePath} from "../../config.js";
import {rowsLine} from "../../operations/scale/rowsLine.js";
import type {OnRows} from "../../pipeline/stopwatch.js";
import {BEGINNINGS, beginningOf} from "../../pipeline/buildParts.js";
import type {Command, OptionValue} from "../command.js";
import {rateLines} from "../rateLines.js";

const STEPS = 20;

export const command: Command = {
  summary: "Builds the warehouse from the sources, checks it and publishes it.",
  usage: ["migrate [--in-parts] [--from STEP] [--before STEP] [--json]"],
  details:
    "Reads WORKBENCH_SOURCES (or the generated sample), builds a candidate in WORKBENCH_STATE, runs every check and\n" +
    "publishes by rename. If a step or an error-level check fails, the published warehouse stays as it was.\n" +
    `A build of hours can be run in parts: the steps ${BEGINNINGS.join(", ")} can be begun\n` +
    "with or ended before. What each began with is kept in the folder steps of the state until a build without parts\n" +
    "publishes. A build that ended before a step publishes nothing.",
  options: {
    "in-parts": {
      type: "boolean",
      description: "keep what each step begins with, run one statement at a time, and count the rows"
    },
    from: {type: "string", description: "go on with this step from what was kept; means --in-parts"},
    before: {type: "string", description: "end before this step; means --in-parts"},
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  async run({values, config, output}) {
    const result = await build(config, {
      onStep: (step, n) => output.progress(step, (n - 1) / STEPS),
      ...partsOf(values, (step, rowCount) => output.progress(rowsLine(step, rowCount)))
    });
    output.done();
    if (values.json) return output.json(result);
    for (const {step, durationMs, rowCount} of result.steps)
      output.line(
        `  ${step.padEnd(18)} ${(durationMs / 1000).toFixed(2).padStart(6)} s${rowCount === undefined ? "" : `  ${rowCount.toLocaleString("en-US")} rows`}`
      );
    for (const {name, failureCount} of result.checks.filter((d) => d.failureCount > 0))
      output.line(`  warning: ${name} (${failureCount} rows)`);
    for (const line of rateLines(result)) output.line(line);
    if (!result.isPublished) return output.line(`ended before ${String(values.before)}; nothing published`);
    output.line(
      `published ${warehousePath(config)}, build ${result.buildId}${result.isSample ? " (generated sample data)" : ""}`
    );
  }
};

/** Returns the parts of a build that the options ask for, if they ask for any. */
function partsOf(values: Record<string, OptionValue>, onRows: OnRows): Pick<BuildOptions, "parts"> {
  const [from, before] = (["from", "before"] as const).map((name) =>
    typeof values[name] === "string" ? beginningOf(`--${name}`, values[name]) : undefined
  );
  return values["in-parts"] || from || before ? {parts: {from, before, onRows}} : {};
}
