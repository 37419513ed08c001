import {warehousePath} from "../../config.js";
import {failedErrors, failureLines} from "../../checks/checkResult.js";
import {runChecks} from "../../checks/runChecks.js";
import {Warehouse} from "../../warehouse/open.js";
import type {Command} from "../command.js";

const SHOWN_ROWS = 20;

export const command: Command = {
  summary: "Runs every check on the published warehouse.",
  usage: ["validate [--rows] [--json]"],
  details: "Exits 1 if an error-level check fails. Writes nothing.",
  options: {
    rows: {type: "boolean", description: `show the first ${SHOWN_ROWS} offending rows of each failed check`},
    json: {type: "boolean", description: "print one JSON object, with every offending row"}
  },
  async run({values, config, output}) {
    const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
    const findings = await runChecks(warehouse).finally(() => warehouse.close());
    const failed = findings.filter(({failureCount}) => failureCount > 0);
    const exitCode = failedErrors(findings).length ? 1 : 0;
    if (values.json) {
      const checks = findings.map((finding) => ({
        ...finding,
        rows: finding.rows.map((row) => JSON.parse(row) as unknown)
      }));
      output.json({passed: findings.length - failed.length, failed: failed.length, checks});
      return exitCode;
    }
    for (const finding of failed) {
      for (const line of failureLines([finding])) output.line(line);
      if (values.rows) for (const row of finding.rows.slice(0, SHOWN_ROWS)) output.line(`    ${row}`);
    }
    output.line(`${findings.length - failed.length} checks passed, ${failed.length} found something`);
    return exitCode;
  }
};
