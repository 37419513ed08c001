import {actor} from "../../operations/actor.js";
import {rollback} from "../../operations/rollback.js";
import {sitePaths, snapshotFolder} from "../../site/sitePaths.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Publish the previous warehouse again.",
  usage: ["rollback [--reason TEXT] [--json]"],
  details:
    "Puts back the warehouse that the present one replaced, and refreshes the snapshots; a second rollback undoes the\n" +
    "first. Until a source or the program changes, nothing builds the undone build again unless told to. The source\n" +
    "folder stays as it is. workbench build then brings the site up to date.",
  options: {
    reason: {type: "string", description: "why, for the history"},
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  async run({values, config, output}) {
    output.progress("rolling back");
    const {from, to} = await rollback(config, {
      actor: actor(),
      reason: values.reason as string | undefined,
      snapshots: snapshotFolder(sitePaths())
    });
    output.done();
    if (values.json) return output.json({from, to});
    output.line(
      `build ${to.buildId} of ${to.builtAt} is published again, in place of ${from.buildId} of ${from.builtAt}`
    );
  }
};
