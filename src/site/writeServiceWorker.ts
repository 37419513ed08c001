import {createHash} from "node:crypto";
import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {join} from "node:path";
import {buildSync} from "esbuild";
import {isHashed} from "./hashedFile.js";

/** Where the browser’s part of the site asks for the worker: at the root, so that it serves the whole site. */
export const SERVICE_WORKER = "service-worker.js";

/**
 * Writes the service worker of a built site, by which pages that were visited open without a connection. It knows
 * the hashed files of this build, and differs from that of any other build, so that browsers notice a new one.
 */
export function writeServiceWorker(output: string): void {
  const names = readdirSync(output, {recursive: true, encoding: "utf8"}).sort();
  const pages = createHash("sha256");
  for (const name of names.filter((file) => file.endsWith(".html")))
    pages.update(readFileSync(join(output, name)));
  const {outputFiles} = buildSync({
    entryPoints: [fileURLToPath(new URL("./browser/serviceWorker.ts", import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    define: {
      HASHED_FILES: JSON.stringify(names.filter(isHashed)),
      PAGES_DIGEST: JSON.stringify(pages.digest("hex").slice(0, 16))
    }
  });
  writeFileSync(join(output, SERVICE_WORKER), outputFiles[0]!.contents);
}
