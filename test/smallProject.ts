import {cpSync, mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";

const LINKED = [
  "data-loaders",
  "docs",
  "node_modules",
  "observablehq.config.ts",
  "package.json",
  "sql",
  "src",
  "test"
];

/**
 * Makes a project folder of its own: this program, the given state, the fixtures as sources and a site of three small pages.
 * Its data-loaders and its SQL are copies where they are to be changed.
 */
export function makeSmallProject(project: string, state: string, {ownSelects = false} = {}): void {
  mkdirSync(join(project, "reports/coverage"), {recursive: true});
  for (const name of LINKED) {
    if (ownSelects && ["data-loaders", "sql"].includes(name))
      cpSync(name, join(project, name), {recursive: true});
    else symlinkSync(resolve(name), join(project, name));
  }
  writeFileSync(join(project, "reports/index.md"), "# One page\n");
  // Components link to it.
  writeFileSync(join(project, "reports/explorer.md"), "# Explorer\n");
  symlinkSync(join(project, "data-loaders"), join(project, "reports/data"));
  writeFileSync(join(project, "reports/coverage/[state].md"), "# Coverage of a state\n");
  for (const name of ["style.css", "components"])
    cpSync(join("reports", name), join(project, "reports", name), {recursive: true});
  cpSync("test/fixtures/sources", join(project, "sources"), {recursive: true});
  cpSync(state, join(project, ".workbench"), {recursive: true});
  writeFileSync(join(project, "workbench.json"), JSON.stringify({sources: "sources"}));
}
