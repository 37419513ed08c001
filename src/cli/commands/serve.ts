import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../error.js";
import {sitePaths} from "../../site/sitePaths.js";
import type {Command} from "../command.js";
import {portOf, serveUntilStopped} from "../serveUntilStopped.js";

export const command: Command = {
  summary: "Serve the built site on this machine",
  usage: ["serve [FOLDER] [--port PORT] [--base PATH]"],
  details:
    "Serves dist/ unless another folder is given: compressed, cached, with byte ranges, to this machine alone.",
  positionals: 1,
  options: {
    port: {type: "string", default: "3000", description: "port; 0 for any free one (default 3000)"},
    base: {type: "string", default: "/", description: "path below which the site is served (default /)"}
  },
  async run({values, positionals, output}) {
    const folder = positionals[0] ?? sitePaths().output;
    if (!existsSync(join(folder, "index.html")))
      throw new UserError(`no site at ${folder}; run workbench build first`);
    await serveUntilStopped(folder, portOf(values.port), output, baseOf(String(values.base)));
  }
};

function baseOf(base: string): string {
  return `/${base}/`.replace(/\/+/g, "/");
}
