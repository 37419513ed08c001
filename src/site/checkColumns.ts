import {type ColumnFault, columnFault} from "./columnFault.js";
import {compileCells, type CompilerFault} from "./compileCells.js";
import {ownNames} from "./ownNames.js";
import type {SnapshotShape} from "./pageTypes.js";
import type {SourceFile} from "./readPages.js";

/**
 * Returns, one line each with file and line, where a page’s JavaScript names a column that its snapshot does not have: as a
 * property of a row, as a channel of a mark of Plot, or to a table, a figure, a CSV file or another component. The compiler
 * follows rows from their file through the cells of the page. What it loses track of is not checked, nor are names that
 * the page itself puts into rows. Checks nothing where TypeScript is not installed.
 */
export async function checkColumns(
  pages: SourceFile[],
  snapshots: SnapshotShape[],
  reports: string
): Promise<string[]> {
  const reading = pages.filter(({path, text}) => path.endsWith(".md") && text.includes("FileAttachment("));
  const faults = await compileCells(reading, snapshots, reports);
  const components = pages.filter(({path}) => path.endsWith(".ts"));
  const known = {snapshots, componentTypes: new Set(components.flatMap(({text}) => declaredTypes(text)))};
  return reading.flatMap((page) => {
    const ofPage = faults.filter((fault) => fault.page === page);
    const isOwn = ownNames(page, ofPage);
    return ofPage.flatMap((fault) => {
      const found = columnFault(fault, known);
      if (!found || found.names.every(isOwn)) return [];
      return [`${page.path}:${lineOf(fault, found)}: ${found.text}`];
    });
  });
}

/** Returns the line of the name itself, which may be above the one that uses the list that it stands in. */
function lineOf({page, line}: CompilerFault, {quoted}: ColumnFault): number {
  const lines = page.text.split("\n");
  if (!quoted || lines[line - 1]!.includes(quoted)) return line;
  const [only, ...more] = lines.flatMap((text, i) => (text.includes(quoted) ? [i + 1] : []));
  return only && more.length === 0 ? only : line;
}

function declaredTypes(text: string): string[] {
  return Array.from(text.matchAll(/^(?:export )?(?:interface|type) (\w+)/gm), ([, name]) => name!);
}
