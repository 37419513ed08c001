import {warehousePath} from "../../config.js";
import {changeNote, readChangeNote} from "../../operations/changeNote.js";
import {readUpdateLog, type UpdateRun} from "../../pipeline/updateLog.js";
import {Warehouse} from "../../warehouse/open.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "List updates and rollbacks, or print a change note.",
  usage: ["history [--limit N] [--json]", "history --note [BUILD]"],
  details:
    "The change note is Markdown: every headline number, old → new, with its cause, and the organizations that were\n" +
    "added, removed, renamed or moved. Without a build, it is that of the published warehouse.",
  positionals: 1,
  options: {
    limit: {type: "string", default: "20", description: "newest runs to list (20)"},
    note: {type: "boolean", description: "print the change note of a build"},
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  async run({values, positionals, config, output}) {
    if (values.note) {
      const note =
        positionals[0] === undefined
          ? await publishedNote(warehousePath(config))
          : readChangeNote(config, positionals[0]);
      return values.json ? output.json({note}) : output.line(note.trimEnd());
    }
    const runs = readUpdateLog(config).slice(-Math.max(1, Number(values.limit) || 1));
    if (values.json) return output.json({runs});
    if (runs.length === 0) output.line("no update has run yet; run workbench update");
    for (const run of runs) output.line(describe(run));
  }
};

async function publishedNote(path: string): Promise<string> {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    return (await changeNote(warehouse)).markdown;
  } finally {
    warehouse.close();
  }
}

function describe({startedAt, status, steps, actor, buildId, reason, outcomes}: UpdateRun): string {
  const sum = (key: "added" | "changed" | "removed") =>
    outcomes.reduce((total, outcome) => total + (outcome[key] ?? 0), 0);
  const counts =
    status === "published"
      ? `, ${sum("added")} added, ${sum("changed")} changed, ${sum("removed")} removed`
      : "";
  const why = status === "failed" ? outcomes.find((outcome) => outcome.status === "failed")?.reason : reason;
  return `${startedAt.slice(0, 16).replace("T", " ")}  ${status}${buildId ? ` ${buildId}` : ""}  ${steps.join(", ")}${counts}  by ${actor}${why ? `: ${why}` : ""}`;
}
