import {ensureWarehouse} from "../../pipeline/ensureWarehouse.js";
import {previewSite} from "../../site/previewSite.js";
import type {Command} from "../command.js";
import {portOf} from "../serveUntilStopped.js";

export const command: Command = {
  summary: "Preview the pages, which reload when a page, SQL, TypeScript or a source changes",
  usage: ["dev [--port PORT]"],
  details:
    "A change to data-loaders/ or reports/ shows at once; one to sql/marts, sql/views or sql/checks first makes again what reads it; one elsewhere in sql/, to src/ or the sources first rebuilds the warehouse, which takes some 25 s. What fails is printed, and the last good build stays in view.",
  options: {port: {type: "string", default: "3000", description: "port (default 3000)"}},
  async run({values, config, output}) {
    const port = portOf(values.port);
    output.progress("warehouse");
    const warehouse = await ensureWarehouse(config, {onStep: (step) => output.progress(step)});
    warehouse.close();
    output.done();
    return previewSite(config, {port, report: (line) => output.line(line)});
  }
};
