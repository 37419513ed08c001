import {existsSync, readFileSync, readdirSync} from "node:fs";
import {join} from "node:path/posix";

/** A fenced block of code that runs in a page. */
export interface Cell {
  language: string;
  /** The line of the file on which the code begins, from 1. */
  line: number;
  text: string;
}

/** A file of reports/ that may name files: a page or a component. */
export interface SourceFile {
  path: string;
  text: string;
  cells: Cell[];
  /** Tables of the front matter’s `sql` and the files that they read. */
  tables: Record<string, string>;
}

const FENCE = /^```(\w+)([^\n]*)\n([^]*?)^```/gm;

/** Reads the pages and components below a folder, in path order; linked data is not entered. */
export function readPages(folder: string): SourceFile[] {
  return listFiles(folder)
    .filter((path) => /\.(md|ts|js)$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      const isPage = path.endsWith(".md");
      return {path, text, cells: isPage ? cellsOf(text) : [], tables: isPage ? tablesOf(text) : {}};
    });
}

/** Returns the line of a file, from 1, that holds the given offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true})
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith(".") || entry.name === "data") return [];
      const path = join(folder, entry.name);
      return entry.isFile() ? [path] : listFiles(path);
    });
}

function cellsOf(text: string): Cell[] {
  return Array.from(text.matchAll(FENCE))
    .filter(([, , options]) => !/run=["']?false/.test(options!))
    .map((match) => ({language: match[1]!, line: lineAt(text, match.index) + 1, text: match[3]!}));
}

function tablesOf(text: string): Record<string, string> {
  const [, block = ""] = /^---\n[^]*?^sql:\n((?: +.+\n)+)/m.exec(text) ?? [];
  return Object.fromEntries(
    Array.from(block.matchAll(/^ +"?(\w+)"?: *"?([^"\n]+)"?$/gm), ([, name, file]) => [name!, file!])
  );
}
