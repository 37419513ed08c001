import {existsSync, readFileSync} from "node:fs";
import {extname, resolve} from "node:path";
import {bundlePackage} from "./bundlePackage.js";
import {installedPackages, type InstalledPackages} from "./installedPackages.js";
import {pruneModuleCache} from "./moduleCache.js";
import {parsePackageSpecifier} from "./packageSpecifier.js";

export interface OfflineNpmOptions {
  /** Framework’s root, whose module cache is kept in step with node_modules. */
  reports: string;
  /** Modules of our own, by package name, served in place of a package’s entry point. */
  replace: Record<string, string>;
  /** Dependencies, by package name, bundled into it rather than served as modules of their own. */
  inline: Record<string, RegExp>;
  /** Files answered with no content, such as a WebAssembly module that no supported browser loads. */
  empty: string[];
}

interface Hook extends OfflineNpmOptions {
  root: string;
  packages: InstalledPackages;
}

const MODULES = "https://cdn.jsdelivr.net/npm/";
const VERSIONS = /^https:\/\/registry\.[^/]+\//;
const EXTENSIONS = /^https:\/\/(community-)?extensions\.duckdb\.org\//;
const NOT_INSTALLED = "0.0.0-not-installed";
const HOOK = Symbol.for("workbench.offlineNpm");
const TYPES: Record<string, string> = {
  ".js": "application/javascript; charset=utf-8",
  ".mjs": "application/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm"
};

/**
 * Makes Framework 1.13.4 build and preview without a network: it asks for npm modules, their versions and
 * DuckDB’s extensions only through the global fetch, which from here on answers the first two from
 * node_modules and refuses the third. Framework imports its configuration anew when that changes, so a
 * second call only changes the options.
 */
export function useOfflineNpm(options: OfflineNpmOptions): void {
  const shared = globalThis as typeof globalThis & {[HOOK]?: Hook};
  const root = process.cwd();
  const first = shared[HOOK] === undefined;
  shared[HOOK] = {...options, root, packages: installedPackages(root)};
  if (!first) return;
  pruneModuleCache(options.reports, {root, key: JSON.stringify(options, patternSafe)});
  const online = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.startsWith(MODULES)) return moduleResponse(decodeURI(url.slice(MODULES.length)), shared[HOOK]!);
    if (VERSIONS.test(url)) return versionResponse(url.replace(VERSIONS, ""), shared[HOOK]!);
    if (EXTENSIONS.test(url)) throw new Error(`DuckDB extensions are off: ${url}; see duckdb in the config`);
    return online(input, init);
  };
}

// Framework asks for the version of every library that its standard library could ever load, so one that
// is not installed may only fail when a page imports it.
function versionResponse(specifier: string, {packages}: Hook): Response {
  const {name, path: tag} = parsePackageSpecifier(specifier);
  const versions = packages.get(name)?.map(({version}) => version) ?? [NOT_INSTALLED];
  if (tag) return Response.json({version: versions[0]});
  return Response.json({versions: Object.fromEntries(versions.map((version) => [version, {}]))});
}

async function moduleResponse(specifier: string, hook: Hook): Promise<Response> {
  const {name, version, path} = parsePackageSpecifier(specifier);
  const copies = hook.packages.get(name);
  if (!copies) throw new Error(`npm:${name} is not installed; run npm install --save-exact ${name}`);
  const {folder} = copies.find((copy) => copy.version === version) ?? copies[0]!;
  if (!/(^|\/)\+esm$/.test(path)) return fileResponse(folder, path, hook.empty.includes(`${name}/${path}`));
  const {root, packages} = hook;
  const options = {root, packages, folder, replace: hook.replace, inline: hook.inline[name]};
  const code = await bundlePackage(name, path.replace(/\/?\+esm$/, ""), options);
  return new Response(code, {headers: {"content-type": TYPES[".js"]!}});
}

function fileResponse(folder: string, path: string, isEmpty: boolean): Response {
  const file = resolve(folder, path);
  if (!file.startsWith(`${folder}/`) || !existsSync(file)) return new Response("not found", {status: 404});
  const headers = {"content-type": TYPES[extname(path)] ?? "application/octet-stream"};
  return new Response(isEmpty ? new Uint8Array() : new Uint8Array(readFileSync(file)), {headers});
}

function patternSafe(_: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value;
}
