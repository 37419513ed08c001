import {runTune} from "../../operations/tune/runTune.js";
import {tuneLines} from "../../operations/tune/tuneLines.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Profile queries and try what could make one faster.",
  usage: ["tune [QUERY] [--json]"],
  details:
    "Without a name, profiles every query of sql/benchmarks. With one, also tries sort orders, indexes, fewer columns,\n" +
    "an inverted table and other numbers of threads on copies, and recommends only what measurably helped and gave\n" +
    "the same answers. The published warehouse is not touched.",
  positionals: 1,
  options: {json: {type: "boolean", description: "print one JSON object instead of text"}},
  async run({values, positionals, config, output}) {
    const results = await runTune(config, {
      query: positionals[0],
      onProgress: (label, share) => output.progress(label, share)
    });
    output.done();
    if (values.json) return output.json({results});
    for (const line of results.flatMap(tuneLines)) output.line(line);
  }
};
