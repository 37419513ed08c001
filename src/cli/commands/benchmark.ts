import {runBenchmark} from "../../operations/benchmark/runBenchmark.js";
import {benchmarkLines} from "../../operations/benchmark/benchmarkLines.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Measure queries, load, throughput, storage and what a user would pick instead.",
  usage: ["benchmark [--quick] [--beside WAREHOUSE,WAREHOUSE] [--json]"],
  details:
    "Every query of sql/benchmarks runs with random parameters from the data, warm and cold, in mixed order, and each\n" +
    "answer is compared with one computed without SQL; a wrong one fails with exit code 1. The run is added to\n" +
    "benchmarks.jsonl in the state folder, compared with earlier runs on the same machine, and shown by the report.",
  options: {
    quick: {type: "boolean", description: "measure less of everything"},
    beside: {
      type: "string",
      description:
        "warehouses of other sizes, to see how each query grows; workbench scale --keep leaves them"
    },
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  async run({values, config, output}) {
    const run = await runBenchmark(config, {
      isQuick: values.quick === true,
      others: typeof values.beside === "string" ? values.beside.split(",") : [],
      onProgress: (label, share) => output.progress(label, share)
    });
    output.done();
    if (values.json) output.json(run);
    else for (const line of benchmarkLines(run)) output.line(line);
    return run.results.some(({isEqual}) => isEqual === false) ? 1 : 0;
  }
};
