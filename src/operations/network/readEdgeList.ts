import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {messageOf, UserError} from "../../error.js";

/** Edges between nodes of any names, numbered from 0: those of the file of nodes first, then as edges name them. */
export interface NamedEdges {
  names: string[];
  sources: Int32Array;
  targets: Int32Array;
  weights: Float64Array;
}

const ENDS = [
  ["source", "target"],
  ["from", "to"],
  ["src", "dst"],
  ["node1", "node2"]
];
const WEIGHTS = ["weight", "value", "score", "count", "w"];
const IDS = ["id", "node", "name", "label"];

/**
 * Reads edges from a CSV file, or one with tabs, blanks or semicolons between cells: two columns of ends and, if there
 * is one, a column of weights, with or without a header; lines that begin with # are left out. A file of nodes adds
 * those without edges. Throws a UserError for a file or weight that cannot be read.
 */
export function readEdgeList(edgeFile: string, nodeFile?: string): NamedEdges {
  const numbers = new Map<string, number>();
  const number = (name: string | null, row: number): number => {
    if (name === null) throw new UserError(`edge ${row + 1} of ${edgeFile} lacks an end; name both`);
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  };
  if (nodeFile !== undefined) {
    const {header, columns} = readCells(nodeFile, null, (first) => IDS.includes(first[0] ?? ""));
    const column = columns[Math.max(0, header.indexOf("id"))]!;
    for (const name of column) if (name !== null && !numbers.has(name)) numbers.set(name, numbers.size);
  }
  const {header, columns} = readCells(edgeFile, /\s+/, (first) => endsOf(first) !== undefined);
  if (columns.length < 2)
    throw new UserError(`no edges in ${edgeFile}; give two columns, such as source and target`);
  const [from, to] = endsOf(header) ?? [0, 1];
  const weight = header.length
    ? header.findIndex((name) => WEIGHTS.includes(name))
    : columns.length > 2
      ? 2
      : -1;
  const edges = {
    sources: Int32Array.from(columns[from]!, number),
    targets: Int32Array.from(columns[to]!, number),
    weights: Float64Array.from(columns[from]!, (_, row) =>
      weight < 0 ? 1 : weightOf(columns[weight]![row]!, row, edgeFile)
    )
  };
  return {names: [...numbers.keys()], ...edges};
}

function endsOf(header: string[]): [number, number] | undefined {
  const pair = ENDS.find((names) => names.every((name) => header.includes(name)));
  return pair && [header.indexOf(pair[0]!), header.indexOf(pair[1]!)];
}

function weightOf(text: string | null, row: number, file: string): number {
  const weight = Number(text ?? NaN);
  if (!(weight > 0 && weight < Infinity) || text!.trim() === "")
    throw new UserError(
      `not a weight: ${text ?? "nothing"}, of edge ${row + 1} in ${file}; give a number above 0`
    );
  return weight;
}

/** Reads all cells, trimmed, null where empty; the first row, in lower case, is the header if the callback says so. */
function readCells(file: string, blank: RegExp | null, isHeader: (first: string[]) => boolean) {
  const rows = readRows(file, blank);
  const first = (rows[0] ?? []).map((name) => name.toLowerCase());
  const header = isHeader(first) ? first : [];
  if (header.length > 0) rows.shift();
  return {header, columns: first.map((_, i) => rows.map((row) => row[i] || null))};
}

const SEPARATORS = ["\t", ",", ";", "|"];

/** Splits lines at commas and the like, and else at blanks, where the names of nodes hold none. */
function readRows(file: string, blank: RegExp | null): string[][] {
  if (!existsSync(file)) throw new UserError(`file not found: ${file}; name a file of edges or nodes`);
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const line =
    text.split("\n").find((candidate) => candidate.trim() !== "" && !candidate.startsWith("#")) ?? "";
  const delimiter = SEPARATORS.find((separator) => line.includes(separator));
  if (delimiter === undefined)
    return text
      .split("\n")
      .filter((row) => row.trim() !== "" && !row.startsWith("#"))
      .map((row) => (blank ? row.trim().split(blank) : [row.trim()]));
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      comment: "#",
      comment_no_infix: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true
    });
    return rows.map((row) => row.map((cell) => cell.trim()));
  } catch (error) {
    throw new UserError(`cannot read ${file}: ${messageOf(error)}`, {cause: error});
  }
}
