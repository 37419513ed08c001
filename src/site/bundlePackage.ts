import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {join, resolve} from "node:path";
import {build, type OnResolveArgs, type Plugin, type PluginBuild} from "esbuild";
import type {InstalledPackages} from "./installedPackages.js";
import {parsePackageSpecifier} from "./packageSpecifier.js";

export interface BundleOptions {
  /** The folder that holds node_modules. */
  root: string;
  packages: InstalledPackages;
  /** The folder of the package’s installed copy. */
  folder: string;
  /** Modules of our own, by the name of the package for which they stand in. */
  replace?: Record<string, string>;
  /** Dependencies bundled into the package rather than imported as modules of their own. */
  inline?: RegExp;
}

const ASKED = "asked";

/**
 * Returns a package, or a module within it, as one ES module for browsers whose dependencies are imported
 * as “/npm/NAME@VERSION/+esm”: the form in which Framework expects npm modules.
 */
export async function bundlePackage(name: string, path: string, options: BundleOptions): Promise<string> {
  const entry = entryPoint(name, path, options);
  const from = JSON.stringify(entry);
  const named = await bundle(`export * from ${from};`, name, options);
  // `export *` leaves out the default export, and asking for one that is not there is an error.
  const whole = await bundle(`export * from ${from}; export {default} from ${from};`, name, options).catch(
    () => named
  );
  if (named.exports.length > 0 || whole === named) return whole.code;
  // Of CommonJS, esbuild gives a default export only; the other names are as Node sees them.
  const names = commonJsNames(options.root, entry);
  if (names.length === 0) return whole.code;
  const source = `import m from ${from}; export default m; export const {${names.join(", ")}} = m;`;
  return (await bundle(source, name, options)).code;
}

function entryPoint(name: string, path: string, {root, folder, replace}: BundleOptions): string {
  const replacement = replace?.[name];
  if (replacement && path === "") return resolve(root, replacement);
  if (path === "") return name;
  return existsSync(join(folder, path)) ? join(folder, path) : `${name}/${path}`;
}

function commonJsNames(root: string, entry: string): string[] {
  const exported = createRequire(join(root, "package.json"))(entry) as Record<string, unknown>;
  return Object.keys(exported).filter((key) => key !== "default" && /^[A-Za-z_$][\w$]*$/.test(key));
}

async function bundle(contents: string, name: string, options: BundleOptions) {
  const {root, folder, replace} = options;
  const {outputFiles, metafile} = await build({
    stdin: {contents, resolveDir: replace?.[name] ? root : folder, loader: "ts"},
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    mainFields: ["browser", "module", "main"],
    conditions: ["browser", "import", "module", "default"],
    nodePaths: [join(root, "node_modules")],
    define: {"process.env.NODE_ENV": '"production"', global: "globalThis"},
    plugins: [separateDependencies(name, options)]
  });
  return {code: outputFiles[0]!.text, exports: Object.values(metafile.outputs)[0]!.exports};
}

function separateDependencies(name: string, options: BundleOptions): Plugin {
  return {
    name: "separate-dependencies",
    setup: (esbuild) =>
      esbuild.onResolve({filter: /^[^./]/}, (args) => separate(esbuild, args, name, options))
  };
}

async function separate(
  esbuild: PluginBuild,
  args: OnResolveArgs,
  name: string,
  {root, packages, inline, replace}: BundleOptions
) {
  if (args.pluginData === ASKED || args.kind === "entry-point" || args.kind === "require-call") return null;
  const dependency = parsePackageSpecifier(args.path);
  const ours = replace?.[dependency.name] && resolve(root, replace[dependency.name]!);
  if (dependency.name === name || args.importer === ours) return null;
  if (inline?.test(dependency.name)) return ours ? {path: ours} : null;
  const {kind, resolveDir, importer} = args;
  const found = await esbuild.resolve(args.path, {kind, resolveDir, importer, pluginData: ASKED});
  const isModule = found.path.includes("node_modules") && !found.path.startsWith("(disabled):");
  if (found.errors.length > 0 || !isModule) return found;
  const copies = packages.get(dependency.name)!;
  const copy = copies.filter(({folder}) => found.path.startsWith(`${folder}/`)).at(-1) ?? copies[0]!;
  const path = dependency.path ? `${dependency.path}/` : "";
  return {path: `/npm/${dependency.name}@${copy.version}/${path}+esm`, external: true};
}
