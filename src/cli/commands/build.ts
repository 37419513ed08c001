import {warehousePath} from "../../config.js";
import {readStatus} from "../../operations/status/readStatus.js";
import {totalLines} from "../../operations/status/totalLines.js";
import {ensureWarehouse} from "../../pipeline/ensureWarehouse.js";
import {buildSite} from "../../site/buildSite.js";
import type {Command} from "../command.js";
import {portOf, serveUntilStopped} from "../serveUntilStopped.js";

export const command: Command = {
  summary: "Build the warehouse, the snapshots and the site, as far as they are out of date",
  usage: ["build [--serve] [--port PORT]"],
  details: "The site is built into dist/; it works below any path of any static host, and offline.",
  options: {
    serve: {type: "boolean", description: "serve the site afterwards, at an address that is printed"},
    port: {
      type: "string",
      default: "3000",
      description: "port to serve at; 0 for any free one (default 3000)"
    }
  },
  async run({values, config, output}) {
    const port = portOf(values.port);
    const start = performance.now();
    const warehouse = await ensureWarehouse(config, {
      onStep: (step) => output.progress(`warehouse: ${step}`)
    });
    const site = await buildSite(config, warehouse, {
      onStep: (label, share) => output.progress(label, share)
    });
    warehouse.close();
    output.done();
    for (const line of totalLines(await readStatus(warehousePath(config)))) output.line(line);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    output.line(`${site.output}: ${site.isNew ? "built" : "already up to date"} (${seconds} s)`);
    if (values.serve) await serveUntilStopped(site.output, port, output);
  }
};
