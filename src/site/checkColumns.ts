import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {CHANNEL, pageTypes, ROW, type SnapshotShape} from "./pageTypes.js";
import type {SourceFile} from "./readPages.js";

const FRAMEWORK_TYPES = fileURLToPath(new URL("../../reports/observablehq.d.ts", import.meta.url));
const PLOT = /declare module "npm:@observablehq\/plot" \{[^}]*\}/;
/** What the compiler says of a property that is not there, and of a name that is none of a column’s. */
const FAULT = /^(.+)\((\d+),\d+\): error TS\d+: (.+)$/;

/**
 * Returns, one line each with file and line, where a page’s JavaScript names a column that its snapshot does not have: as a
 * property of a row, or as a channel of a mark of Plot. The compiler follows rows from their file through the cells of
 * the page; what it loses track of, and rows that the page makes itself, are not checked. Checks nothing where TypeScript is not installed.
 */
export async function checkColumns(
  pages: SourceFile[],
  snapshots: SnapshotShape[],
  reports: string
): Promise<string[]> {
  const compiler = compilerPath();
  const reading = pages.filter(({path, text}) => path.endsWith(".md") && text.includes("FileAttachment("));
  if (!compiler || reading.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "workbench-cells-"));
  try {
    writeProgram(folder, reading, snapshots, reports);
    const printed = await output(process.execPath, [compiler, "-p", folder, "--pretty", "false"]);
    return printed.split("\n").flatMap((line) => faultOf(line, folder, reading, reports));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function compilerPath(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve("typescript/package.json");
    return join(dirname(main), "bin/tsc");
  } catch {
    return undefined;
  }
}

/** Writes the cells of each page at their own lines, so that what the compiler finds has the page’s line. */
function writeProgram(
  folder: string,
  pages: SourceFile[],
  snapshots: SnapshotShape[],
  reports: string
): void {
  const {globals, plot} = pageTypes(snapshots);
  const types = readFileSync(FRAMEWORK_TYPES, "utf8").replace(PLOT, "");
  const root = dirname(dirname(FRAMEWORK_TYPES));
  writeFileSync(join(folder, "globals.d.ts"), globals);
  writeFileSync(join(folder, "framework.d.ts"), types + plot);
  for (const {path, text, cells} of pages) {
    const lines = text.split("\n").map(() => "");
    for (const {line, text: code} of cells.filter(({language}) => language === "js"))
      for (const [i, codeLine] of code.split("\n").entries()) lines[line - 1 + i] = codeLine;
    const file = programFile(folder, path, reports);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, `${lines.join("\n")}\nexport {};\n`);
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings(folder, root, reports)));
}

function settings(folder: string, root: string, reports: string): object {
  const modules = join(root, "node_modules");
  return {
    compilerOptions: {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: false,
      target: "es2022",
      module: "preserve",
      moduleResolution: "bundler",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      skipLibCheck: true,
      rootDirs: [folder, resolve(reports)],
      paths: {"*": [join(modules, "@types/*"), join(modules, "*")]}
    },
    include: ["**/*"]
  };
}

function programFile(folder: string, path: string, reports: string): string {
  return join(folder, relative(reports, path).replace(/\.md$/, ".js"));
}

function faultOf(line: string, folder: string, pages: SourceFile[], reports: string): string[] {
  const [, file, at, text = ""] = FAULT.exec(line) ?? [];
  const isColumn =
    text.includes(`on type '${ROW}`) ||
    (text.includes(`'${CHANNEL}<${ROW}`) && text.includes("not assignable"));
  const page = pages.find(({path}) => file && programFile(folder, path, reports) === resolve(folder, file));
  return page && isColumn ? [`${page.path}:${at}: ${inWords(text)}`] : [];
}

/** Says the compiler’s words in terms of snapshots: “RowOf_state_summary_json” is a row of state-summary.json. */
function inWords(text: string): string {
  return text
    .replace(/Property '(\w+)' does not exist on type/, "no column $1 in")
    .replace(/Type '"(.*?)"' is not assignable to type '\w+<(.*?)>'/, "no column $1 in $2")
    .replace(
      /'?RowOf_(\w+)_(json|parquet)'?/g,
      (_, name: string, format) => `${name.replaceAll("_", "-")}.${format}`
    );
}

async function output(command: string, args: string[]): Promise<string> {
  return new Promise((done) =>
    execFile(command, args, {maxBuffer: 1 << 26, cwd: args[2]}, (_, stdout) => done(stdout))
  );
}
