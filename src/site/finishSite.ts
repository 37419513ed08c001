import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {finishPage} from "./finishPage.js";

/** Finishes every page of a built site in place and returns how many there are. */
export function finishSite(output: string): number {
  const pages = readdirSync(output, {recursive: true, encoding: "utf8"}).filter((p) => p.endsWith(".html"));
  for (const page of pages) {
    const path = join(output, page);
    writeFileSync(path, finishPage(readFileSync(path, "utf8")));
  }
  return pages.length;
}
