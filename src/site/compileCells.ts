import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {cellCode} from "./cellCode.js";
import {pageTypes, type SnapshotShape} from "./pageTypes.js";
import type {SourceFile} from "./readPages.js";

/** What the compiler says of a place in a page, and, indented below it, why. */
export interface CompilerFault {
  page: SourceFile;
  line: number;
  /** The code from the place on, to the end of its line. */
  code: string;
  text: string;
  because: string[];
}

const FRAMEWORK_TYPES = fileURLToPath(new URL("../../reports/observablehq.d.ts", import.meta.url));
const PLOT = /declare module "npm:@observablehq\/plot" \{[^}]*\}/;
const INPUTS = 'declare module "npm:@observablehq/inputs";';
const FAULT = /^(.+)\((\d+),(\d+)\): error TS\d+: (.+)$/;

/**
 * Returns all that TypeScript’s compiler says of the JavaScript of pages, given the columns of their snapshots, by page and
 * line. Returns nothing where TypeScript is not installed.
 */
export async function compileCells(
  pages: SourceFile[],
  snapshots: SnapshotShape[],
  reports: string
): Promise<CompilerFault[]> {
  const compiler = compilerPath();
  if (!compiler || pages.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "workbench-cells-"));
  try {
    const programs = writeProgram(folder, pages, snapshots, reports);
    const printed = await output(process.execPath, [compiler, "-p", folder, "--pretty", "false"]);
    // The lines that say why are indented.
    return printed.split(/\n(?! )/).flatMap((entry) => faultOf(entry, folder, programs));
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

interface Program {
  page: SourceFile;
  lines: string[];
}

/** Writes the cells of each page to a file of its own and returns these by path. */
function writeProgram(
  folder: string,
  pages: SourceFile[],
  snapshots: SnapshotShape[],
  reports: string
): Map<string, Program> {
  const {globals, modules} = pageTypes(snapshots);
  const types = readFileSync(FRAMEWORK_TYPES, "utf8").replace(PLOT, "").replace(INPUTS, "");
  const root = dirname(dirname(FRAMEWORK_TYPES));
  writeFileSync(join(folder, "globals.d.ts"), globals);
  writeFileSync(join(folder, "framework.d.ts"), types + modules);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings(folder, root, reports)));
  const programs = new Map<string, Program>();
  for (const page of pages) {
    const file = join(folder, relative(reports, page.path).replace(/\.md$/, ".js"));
    const code = cellCode(page);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, `${code}\nexport {};\n`);
    programs.set(file, {page, lines: code.split("\n")});
  }
  return programs;
}

function settings(folder: string, root: string, reports: string): object {
  const modules = join(root, "node_modules");
  return {
    compilerOptions: {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      noErrorTruncation: true,
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

function faultOf(entry: string, folder: string, programs: Map<string, Program>): CompilerFault[] {
  const [first = "", ...because] = entry.split("\n").map((line) => line.trim());
  const [, file = "", line, column, text = ""] = FAULT.exec(first) ?? [];
  const program = programs.get(resolve(folder, file));
  if (!program) return [];
  const code = program.lines[Number(line) - 1]?.slice(Number(column) - 1) ?? "";
  return [{page: program.page, line: Number(line), code, text, because}];
}

async function output(command: string, args: string[]): Promise<string> {
  return new Promise((done) =>
    execFile(command, args, {maxBuffer: 1 << 26, cwd: args[2]}, (_, stdout) => done(stdout))
  );
}
