import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {finishPage, finishStyles} from "./finishPage.js";
import {statePages} from "./statePages.js";
import {writeServiceWorker} from "./writeServiceWorker.js";
import {writeStatePages} from "./writeStatePages.js";

/** Finishes every page and style sheet of a built site in place, and adds the pages of the states and the service worker. */
export function finishSite(output: string): void {
  for (const name of readdirSync(output, {recursive: true, encoding: "utf8"})) {
    if (name.endsWith(".html")) rewrite(join(output, name), finishPage);
    if (/style\.[0-9a-f]{8}\.css$/.test(name)) rewrite(join(output, name), finishStyles);
  }
  writeStatePages(output, statePages());
  writeServiceWorker(output);
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
