import {existsSync, statSync} from "node:fs";
import {warehousePath} from "../../config.js";
import {levelLine, warningLines} from "../../operations/benchmark/benchmarkLines.js";
import {readStatus} from "../../operations/status/readStatus.js";
import {totalLines} from "../../operations/status/totalLines.js";
import {readBenchmarkLog} from "../../pipeline/benchmarkLog.js";
import {isCurrent} from "../../pipeline/ensureWarehouse.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Tells what is published: build, sources, checks, sizes, and whether it is up to date.",
  usage: ["status [--json]"],
  options: {json: {type: "boolean", description: "print one JSON object instead of text"}},
  async run({values, config, output}) {
    const path = warehousePath(config);
    if (!existsSync(path)) {
      if (values.json) output.json({published: false, path});
      else output.line(`nothing is published at ${path}; run workbench migrate`);
      return 1;
    }
    const lastRun = readBenchmarkLog(config).at(-1);
    const status = {
      published: true,
      path,
      bytes: statSync(path).size,
      current: await isCurrent(config),
      ...(await readStatus(path)),
      benchmark: lastRun && {
        startedAt: lastRun.startedAt,
        buildId: lastRun.buildId,
        loadAverage: lastRun.loadAverage,
        levels: lastRun.levels,
        slowStatements: lastRun.slow.length,
        regressions: lastRun.results.filter(({isRegression}) => isRegression)
      }
    };
    if (values.json) return output.json(status);
    output.line(
      `${path}  ${(status.bytes / 1e6).toFixed(1)} MB, build ${status.buildId} of ${status.builtAt} (${config.database})`
    );
    output.line(
      status.current
        ? "up to date with its sources and the program"
        : "out of date: sources or program have changed; run workbench migrate"
    );
    for (const line of totalLines(status)) output.line(line);
    if (!lastRun) return output.line("  no benchmark has run; run workbench benchmark");
    output.line(
      `  benchmark of ${lastRun.startedAt.slice(0, 16).replace("T", " ")} UTC, build ${lastRun.buildId}, load ${lastRun.loadAverage.toFixed(1)}:`
    );
    for (const level of lastRun.levels) output.line(levelLine(level));
    for (const line of warningLines(lastRun.results)) output.line(line);
  }
};
