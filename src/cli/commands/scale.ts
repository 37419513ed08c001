import {join} from "node:path";
import {UserError} from "../../error.js";
import {stepGrowth} from "../../operations/scale/growth.js";
import {measureScale, type ScalePoint} from "../../operations/scale/measureScale.js";
import type {MeasuredStep} from "../../operations/scale/measuredRun.js";
import type {Command} from "../command.js";

/** A step grows faster than its records where its exponent lies above this; measurements scatter by about as much. */
const LINEAR = 1.15;

export const command: Command = {
  summary:
    "Measures builds of generated directories of several sizes: time, memory, sizes, and what grows fastest",
  usage: ["scale [--scales 1,10] [--memory 4GB] [--folder FOLDER] [--keep] [--json]"],
  details:
    "Each size is generated, built in a process of its own under the memory limit, measured and removed again. 100\n" +
    "times needs about 40 GB of disk and hours. Each step is printed as it ends. docs/scale.md has results and the path beyond one machine.",
  options: {
    scales: {
      type: "string",
      default: "1,10",
      description: "sizes as multiples of 41,097 records; 1,10 unless given"
    },
    memory: {type: "string", default: "4GB", description: "DuckDB's memory limit; 4GB unless given"},
    folder: {type: "string", description: "where to work; the folder scale of the state folder unless given"},
    keep: {type: "boolean", description: "leave sources and warehouse, for workbench benchmark to measure"},
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  async run({values, config, output}) {
    const scales = String(values.scales).split(",").map(Number);
    if (scales.some((scale) => !(scale > 0)))
      throw new UserError(`not a list of sizes: ${String(values.scales)}; give one such as 1,10`, {
        exitCode: 2
      });
    const folder = typeof values.folder === "string" ? values.folder : join(config.state, "scale");
    const points: ScalePoint[] = [];
    for (const scale of scales) {
      const options = {
        folder,
        memoryLimit: String(values.memory),
        isKept: values.keep === true,
        onProgress: output.progress.bind(output),
        onStep: (step: MeasuredStep) => output.progress(stepLine(step))
      };
      points.push(await measureScale(scale, options));
      output.done();
      // Each row as it is measured: a larger size that fails, hours later, takes none of them with it.
      if (!values.json)
        for (const line of table(points).slice(points.length === 1 ? 0 : -1)) output.line(line);
    }
    const [first, last] = [points[0]!, points.at(-1)!];
    const growth = points.length > 1 ? stepGrowth(first, last) : [];
    if (values.json) return output.json({memoryLimit: values.memory, points, growth});
    if (growth.length)
      output.line(
        `\nsteps from ${first.scale} to ${last.scale} times, processor time and exponent of growth (1 is linear):`
      );
    for (const {step, fromMs, toMs, exponent} of growth)
      output.line(
        `  ${step.padEnd(18)} ${seconds(fromMs)} → ${seconds(toMs)}  ${exponent.toFixed(2)}${exponent > LINEAR ? "  faster than linear" : ""}`
      );
  }
};

function stepLine({step, durationMs, cpuMs, peakBytes}: MeasuredStep): string {
  const cpu = cpuMs === null ? "" : `, processor ${seconds(cpuMs)}`;
  const peak = peakBytes === null ? "" : `, ${megabytes(peakBytes)} MB`;
  return `  ${step.padEnd(18)} ${seconds(durationMs)}${cpu}${peak}`;
}

function table(points: ScalePoint[]): string[] {
  const row = (cells: string[]) => cells.map((cell) => cell.padStart(13)).join("");
  return [
    row([
      "scale",
      "organizations",
      "sources MB",
      "build s",
      "CPU s",
      "records/s",
      "peak MB",
      "warehouse MB",
      "archive MB",
      "snapshots MB"
    ]),
    ...points.map((p) =>
      row([
        String(p.scale),
        p.organizationCount.toLocaleString("en-US"),
        megabytes(p.sourceBytes),
        (p.buildMs / 1000).toFixed(1),
        p.cpuMs === null ? "unknown" : (p.cpuMs / 1000).toFixed(1),
        Math.round(p.recordCount / (p.buildMs / 1000)).toLocaleString("en-US"),
        p.peakBytes === null ? "unknown" : megabytes(p.peakBytes),
        megabytes(p.warehouseBytes),
        megabytes(p.archiveBytes),
        megabytes(p.snapshotBytes)
      ])
    )
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2).padStart(8)} s`;
}
