// @ts-check
// Plain JavaScript, since it runs before there is anything to run TypeScript with.
import {createHash} from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {basename, dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What else decides what the compiler makes of the sources. */
const SETTINGS = ["package.json", "package-lock.json", "tsconfig.json"];
/** Packages of CommonJS that take Node half as long to require as to import, since it need not look for their exports. */
const REQUIRED = ["@duckdb/node-api", "esbuild"];
/** Versions kept, so that none is removed while another process starts with it. */
const KEPT = 8;

/**
 * Returns the address of the program compiled from the sources as they are now, compiling them unless that has been
 * done; nothing where that fails, as it does in a folder that cannot be written to or with an error in a source. The
 * folder is named by a hash of every source, so that a change of any, even by a byte, is another folder.
 *
 * @returns {Promise<string | undefined>}
 */
export async function compiledProgram(root = ROOT) {
  try {
    const sources = readSources(root);
    const folder = join(root, ".workbench/compiled", keyOf(sources));
    if (!existsSync(folder)) await compile(root, folder, sources);
    return pathToFileURL(join(folder, "main.mjs")).href;
  } catch {
    return undefined;
  }
}

/**
 * @typedef {Map<string, Buffer>} Sources Contents by path.
 * @param {string} root
 * @returns {Sources}
 */
function readSources(root) {
  const paths = readdirSync(join(root, "src"), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const settings = SETTINGS.map((name) => join(root, name)).filter((path) => existsSync(path));
  return new Map([...paths, ...settings].map((path) => [path, readFileSync(path)]));
}

/** @param {Sources} sources */
function keyOf(sources) {
  const hash = createHash("sha256");
  for (const [path, content] of sources) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest("hex").slice(0, 32);
}

/**
 * Writes beside the folder and renames, so that of two processes one is first and none sees half of it.
 *
 * @param {string} root
 * @param {string} folder
 * @param {Sources} sources
 */
async function compile(root, folder, sources) {
  const {build} = await import("esbuild");
  const threads = Array.from(sources.keys(), (path) => ({
    in: `thread:${path}`,
    out: `threads/${basename(path, ".ts")}`
  })).filter((entry) => entry.in.endsWith("Runs.ts"));
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: [
      {in: "src/cli/main.ts", out: "main"},
      {in: "src/snapshots/emit.ts", out: "emit"},
      ...threads
    ],
    outdir: folder,
    outExtension: {".js": ".mjs"},
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    sourcesContent: false,
    write: false,
    logLevel: "silent",
    define: {
      "import.meta.url": "moduleUrl",
      "import.meta.threads": JSON.stringify(pathToFileURL(join(folder, "threads/")).href)
    },
    plugins: [hashedSources(sources), requiredPackages(root), servedFunctions(root)]
  });
  mkdirSync(dirname(folder), {recursive: true});
  const draft = mkdtempSync(`${folder}.`);
  for (const {path, contents} of outputFiles) {
    const target = join(draft, path.slice(folder.length));
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, contents, {flush: true});
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, {recursive: true, force: true});
    if (!existsSync(folder)) throw error;
  }
  forgetOldest(dirname(folder));
}

/**
 * Hands the compiler the very bytes that were hashed, each with the address of its source, by which programs find
 * files beside them. What was not hashed is refused.
 *
 * @param {Sources} sources
 * @returns {import("esbuild").Plugin}
 */
function hashedSources(sources) {
  return {
    name: "hashed sources",
    setup({onLoad}) {
      onLoad({filter: /.*/, namespace: "file"}, ({path}) => {
        const content = sources.get(path)?.toString();
        if (content === undefined) throw new Error(`not among the sources: ${path}`);
        const url = content.includes("import.meta.url")
          ? `const moduleUrl = ${JSON.stringify(pathToFileURL(path).href)};`
          : "";
        return {contents: url + content, loader: path.endsWith(".json") ? "json" : "ts"};
      });
    }
  };
}

/**
 * @param {string} root
 * @returns {import("esbuild").Plugin}
 */
function requiredPackages(root) {
  const from = JSON.stringify(join(root, "package.json"));
  return {
    name: "required packages",
    setup({onResolve, onLoad}) {
      onResolve({filter: /^[@\w]/}, ({path}) =>
        REQUIRED.includes(path) ? {path, namespace: "required"} : undefined
      );
      onLoad({filter: /.*/, namespace: "required"}, ({path}) => ({
        contents: `module.exports = process.getBuiltinModule("node:module").createRequire(${from})("${path}");`
      }));
    }
  };
}

/**
 * Makes of a module of functions the code of a thread that serves them.
 *
 * @param {string} root
 * @returns {import("esbuild").Plugin}
 */
function servedFunctions(root) {
  return {
    name: "served functions",
    setup({onResolve, onLoad}) {
      onResolve({filter: /^thread:/}, ({path}) => ({
        path: path.slice("thread:".length),
        namespace: "thread"
      }));
      onLoad({filter: /.*/, namespace: "thread"}, ({path}) => ({
        contents: `import * as functions from ${JSON.stringify(path)};
          import {serveFunctions} from "./serveFunctions.js";
          serveFunctions(functions);`,
        resolveDir: join(root, "src/pipeline")
      }));
    }
  };
}

/** @param {string} folder */
function forgetOldest(folder) {
  const times = readdirSync(folder).map((name) => ({name, time: statSync(join(folder, name)).mtimeMs}));
  times.sort((a, b) => b.time - a.time);
  for (const {name} of times.slice(KEPT)) rmSync(join(folder, name), {recursive: true, force: true});
}
