import {mkdtempSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {sidebarWatch} from "../../src/site/sidebarWatch.js";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "sidebar-"))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

it("the sidebar is read again for a page that is new, renamed, moved or gone, and not for another text", () => {
  const configuration = join(folder, "site.config.ts");
  writeFileSync(configuration, "");
  const page = (text: string, name = "beds.md") => writeFileSync(join(folder, name), text);
  page("# Beds");
  const update = sidebarWatch(folder, configuration);
  const isReadAgain = () => {
    utimesSync(configuration, 0, 0);
    update();
    return statSync(configuration).mtimeMs > 0;
  };
  expect(isReadAgain()).toBe(false);
  page("# Beds\n\nHow many?");
  expect(isReadAgain()).toBe(false);
  page("# Beds by county\n\nHow many?");
  expect(isReadAgain()).toBe(true);
  page("---\nsection: Data\n---\n\n# Beds by county");
  expect(isReadAgain()).toBe(true);
  expect(isReadAgain()).toBe(false);
  page("# New", "new.md");
  expect(isReadAgain()).toBe(true);
  rmSync(join(folder, "new.md"));
  expect(isReadAgain()).toBe(true);
});
