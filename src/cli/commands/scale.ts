import {join} from "node:path";
import {UserError} from "../../error.js";
import {stepGrowth} from "../../operations/scale/growth.js";
import {measureScale, scaleFolder, type ScalePoint} from "../../operations/scale/measureScale.js";
import {BEGINNINGS, beginningOf} from "../../pipeline/buildParts.js";
import type {Command} from "../command.js";
import {scaleTable, secondsText, stepLine} from "../scaleLines.js";

/** A step grows faster than its records where its exponent lies above this; measurements scatter by about as much. */
const LINEAR = 1.15;

export const command: Command = {
  summary:
    "Measures builds of generated directories of several sizes: time, memory, sizes, and what grows fastest",
  usage: [
    "scale [--scales 1,10] [--memory 4GB] [--folder FOLDER] [--keep] [--from STEP] [--before STEP] [--json]"
  ],
  details:
    "Each size is generated, built in a process of its own under the memory limit, measured and removed again. 100\n" +
    "times needs about 40 GB of disk and hours. Each step is printed as it ends. Where one fails, what was measured\n" +
    "before is printed, the folder stays, and --from goes on with a step: " +
    `${BEGINNINGS.join(", ")}.\n` +
    "docs/scale.md has results and the path beyond one machine.",
  options: {
    scales: {
      type: "string",
      default: "1,10",
      description: "sizes as multiples of 41,097 records; 1,10 unless given"
    },
    memory: {type: "string", default: "4GB", description: "DuckDB's memory limit; 4GB unless given"},
    folder: {type: "string", description: "where to work; the folder scale of the state folder unless given"},
    keep: {
      type: "boolean",
      description: "leave sources and warehouse, for workbench benchmark to measure and for --from"
    },
    from: {type: "string", description: "go on with this step from what an earlier run has kept"},
    before: {
      type: "string",
      description: "end before this step, without snapshots; with --keep, to go on later"
    },
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  async run({values, config, output}) {
    const scales = String(values.scales).split(",").map(Number);
    if (scales.some((scale) => !(scale > 0)))
      throw new UserError(`not a list of sizes: ${String(values.scales)}; give one such as 1,10`, {
        exitCode: 2
      });
    const folder = typeof values.folder === "string" ? values.folder : join(config.state, "scale");
    const [from, before] = (["from", "before"] as const).map((name) =>
      typeof values[name] === "string" ? beginningOf(`--${name}`, values[name]) : undefined
    );
    const points: ScalePoint[] = [];
    for (const scale of scales) {
      const point = await measureScale(scale, {
        folder,
        memoryLimit: String(values.memory),
        isKept: values.keep === true,
        from,
        before,
        onProgress: output.progress.bind(output),
        onStep: (step) => output.progress(stepLine(step))
      });
      points.push(point);
      output.done();
      if (values.json) continue;
      // Each row as it is measured: a larger size that fails, hours later, takes none of them with it.
      for (const line of scaleTable(points).slice(points.length === 1 ? 0 : -1)) output.line(line);
      if (point.failure)
        output.line(
          `scale ${scale} failed in ${point.failure.step ?? "its beginning"}: ${point.failure.reason}; ${scaleFolder(folder, scale)} stays`
        );
    }
    const exitCode = points.some(({failure}) => failure) ? 1 : 0;
    const [first, last] = [points[0]!, points.at(-1)!];
    const growth = points.length > 1 ? stepGrowth(first, last) : [];
    if (values.json) {
      output.json({memoryLimit: values.memory, points, growth});
      return exitCode;
    }
    if (growth.length)
      output.line(
        `\nsteps from ${first.scale} to ${last.scale} times, processor time and exponent of growth (1 is linear):`
      );
    for (const {step, fromMs, toMs, exponent} of growth)
      output.line(
        `  ${step.padEnd(18)} ${secondsText(fromMs)} → ${secondsText(toMs)}  ${exponent.toFixed(2)}${exponent > LINEAR ? "  faster than linear" : ""}`
      );
    return exitCode;
  }
};
