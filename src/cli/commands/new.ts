import {UserError} from "../../error.js";
import {writeNewReport} from "../../site/newReport.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Start a report: a page and the SELECT of its snapshot",
  usage: ["new report NAME"],
  details: "NAME is lower case with hyphens, such as beds-by-county. Nothing is overwritten.",
  positionals: 2,
  async run({positionals, output}) {
    const [kind, name] = positionals;
    if (kind !== "report" || name === undefined)
      throw new UserError("nothing to start; say workbench new report NAME", {exitCode: 2});
    for (const path of writeNewReport(name)) output.line(path);
    output.line("run workbench dev to see it; the page says what to change");
  }
};
