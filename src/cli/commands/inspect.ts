import {UserError} from "../../error.js";
import type {ColumnProfile} from "../../sources/mapping/columnProfile.js";
import {type Inspection, inspectFile} from "../../sources/mapping/inspectFile.js";
import {proposeMapping} from "../../sources/mapping/proposeMapping.js";
import type {Command} from "../command.js";
import type {Output} from "../output.js";

const COLUMN_WIDTH = 30;

export const command: Command = {
  summary: "Shows what is in a CSV or JSON file and proposes a mapping, so that it can be a source",
  usage: ["inspect FILE [--records KEYS] [--mapping | --json]"],
  details:
    "Prints the columns with their fill rates and samples, and a proposed mapping. Save the mapping beside the\n" +
    "file as FILE.mapping.json (workbench inspect FILE --mapping > FILE.mapping.json), read it through, set the\n" +
    "organization type, and put both into the folder of sources. docs/mappings.md describes mappings.",
  options: {
    records: {
      type: "string",
      description: "keys that lead to the records of a JSON document, such as data.facilities"
    },
    mapping: {type: "boolean", description: "print the proposed mapping alone"},
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  positionals: 1,
  async run({values, positionals: [file], output}) {
    if (file === undefined) throw new UserError("no file given; run workbench help inspect", {exitCode: 2});
    const inspection = await inspectFile(file, (values.records as string | undefined) ?? null);
    const mapping = proposeMapping(inspection);
    if (values.mapping) return output.json(mapping);
    if (values.json) return output.json({...inspection, mapping});
    print(inspection, output);
    output.line(`\nproposed mapping, to be read through and saved as ${file}.mapping.json:\n`);
    output.line(JSON.stringify(mapping, null, 2));
  }
};

function print(
  {file, format, recordCount, unreadableCount, lists, columns}: Inspection,
  output: Output
): void {
  const unreadable = unreadableCount ? `, ${unreadableCount} of them unreadable` : "";
  output.line(`${file}: ${format}, ${recordCount.toLocaleString("en-US")} records${unreadable}`);
  if (lists.length > 1)
    output.line(
      `lists in it: ${lists.map((d) => `${d.path || "the root"} (${d.recordCount})`).join(", ")}; choose with --records`
    );
  output.line();
  for (const column of columns) output.line(columnLine(column, recordCount));
}

function columnLine({column, filledCount, samples}: ColumnProfile, recordCount: number): string {
  const share = `${Math.floor((100 * filledCount) / recordCount)} %`;
  return `  ${column.padEnd(COLUMN_WIDTH)} ${share.padStart(5)}  ${samples.join(" | ")}`.trimEnd();
}
