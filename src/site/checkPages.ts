import {existsSync} from "node:fs";
import {dirname, join, normalize, relative} from "node:path/posix";
import {type Message, transform} from "esbuild";
import {messageOf} from "../error.js";
import {snapshotColumns} from "../snapshots/snapshotColumns.js";
import {type Snapshot, snapshotList} from "../snapshots/snapshotList.js";
import type {Warehouse} from "../warehouse/open.js";
import {checkColumns} from "./checkColumns.js";
import {checkLinks} from "./checkLinks.js";
import {checkSqlCells} from "./checkSqlCells.js";
import type {SnapshotShape} from "./pageTypes.js";
import {lineAt, readPages, type SourceFile} from "./readPages.js";

export interface PageFolders {
  reports?: string;
  loaders?: string;
}

const ATTACHMENT = /\bFileAttachment\(\s*(["'`])([^"'`$]+)\1/g;

/**
 * Returns what would break a page, one line each with file and line: a cell that does not parse, a file that is not
 * there, a snapshot whose SELECT does not bind, a SQL cell that names an unknown table or column, a JavaScript cell
 * that names an unknown column of a snapshot, a link to no page. Framework itself builds a page with a broken cell without a word.
 */
export async function checkPages(
  warehouse: Warehouse,
  {reports = "reports", loaders = "data-loaders"}: PageFolders = {}
): Promise<string[]> {
  const faults: string[] = [];
  const snapshots = snapshotList(loaders);
  const shapes: SnapshotShape[] = [];
  for (const {fileName, file} of snapshots)
    await snapshotColumns(warehouse, file).then(
      (columns) => shapes.push({fileName, columns}),
      (error) => faults.push(messageOf(error))
    );
  const pages = readPages(reports);
  for (const page of pages) {
    faults.push(
      ...missingFiles(page, reports, loaders),
      ...checkLinks(page, reports),
      ...(await brokenCells(page))
    );
    if (faults.length === 0) faults.push(...(await checkSqlCells(warehouse, page, snapshots)));
  }
  if (faults.length === 0) faults.push(...(await checkColumns(pages, shapes, reports)));
  return faults;
}

/** Returns the snapshots that no page or component reads. */
export function unreadSnapshots({
  reports = "reports",
  loaders = "data-loaders"
}: PageFolders = {}): Snapshot[] {
  const read = new Set(
    readPages(reports).flatMap((page) => namedFiles(page).map(({name}) => fileOf(page, name, reports)))
  );
  return snapshotList(loaders).filter(({fileName}) => !read.has(join("data", fileName)));
}

function namedFiles({text, tables}: SourceFile): {name: string; line: number}[] {
  const attached = Array.from(text.matchAll(ATTACHMENT), (match) => ({
    name: match[2]!,
    line: lineAt(text, match.index)
  }));
  const queried = Object.values(tables).map((name) => ({name, line: lineAt(text, text.indexOf(name))}));
  return [...attached, ...queried];
}

function missingFiles(page: SourceFile, reports: string, loaders: string): string[] {
  return namedFiles(page)
    .filter(({name}) => !isServed(fileOf(page, name, reports), reports, loaders))
    .map(
      ({name, line}) =>
        `${page.path}:${line}: no such file: ${name}; add a loader to ${loaders}/ or mend the name`
    );
}

/** Returns a file’s path below the root of the pages. */
function fileOf({path}: SourceFile, name: string, reports: string): string {
  return normalize(name.startsWith("/") ? name.slice(1) : join(relative(reports, dirname(path)), name));
}

function isServed(file: string, reports: string, loaders: string): boolean {
  const path = file.startsWith("data/") ? join(loaders, file.slice("data/".length)) : join(reports, file);
  return ["", ".sql", ".ts", ".js"].some((ending) => existsSync(`${path}${ending}`));
}

async function brokenCells({path, cells}: SourceFile): Promise<string[]> {
  const faults: string[] = [];
  for (const {language, line, text} of cells.filter((cell) =>
    ["js", "ts", "jsx", "tsx"].includes(cell.language)
  )) {
    const loader = language as "js" | "ts" | "jsx" | "tsx";
    const options = {loader, format: "esm", target: "es2022", logLevel: "silent"} as const;
    const broken = await transform(text, options).then(
      () => [],
      ({errors}: {errors: Message[]}) => errors
    );
    // A cell may also be one expression, such as an object, that is no statement.
    if (!broken.length || (await isExpression(text, options))) continue;
    faults.push(...broken.map((error) => `${path}:${line + (error.location?.line ?? 1) - 1}: ${error.text}`));
  }
  return faults;
}

async function isExpression(text: string, options: object): Promise<boolean> {
  return transform(`(${text.trim().replace(/;$/, "")}\n)`, options).then(
    () => true,
    () => false
  );
}
