import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {finishPage, finishStyles} from "./finishPage.js";
import {writeServiceWorker} from "./writeServiceWorker.js";

/** Finishes every page and style sheet of a built site in place, and adds its service worker. */
export function finishSite(output: string): void {
  for (const name of readdirSync(output, {recursive: true, encoding: "utf8"})) {
    if (name.endsWith(".html")) rewrite(join(output, name), finishPage);
    if (/style\.[0-9a-f]{8}\.css$/.test(name)) rewrite(join(output, name), finishStyles);
  }
  writeServiceWorker(output);
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
