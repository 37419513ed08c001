import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {STATE_TEMPLATE, type StatePage} from "./statePages.js";

const TITLE = /<title>[^<|]*/;

/**
 * Writes the page of each state from the one that Framework built for all, which goes: they differ by address and title
 * alone, as the page reads its state from its address. Framework would take some thirteen seconds to build each by itself.
 */
export function writeStatePages(output: string, states: StatePage[]): void {
  const template = join(output, `${STATE_TEMPLATE}.html`);
  const page = readFileSync(template, "utf8");
  for (const {path, title} of states)
    writeFileSync(join(output, `${path}.html`), page.replace(TITLE, `<title>${title} `));
  rmSync(template);
}
