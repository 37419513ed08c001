import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {statePages} from "../../src/site/statePages.js";
import {makeSmallProject} from "../smallProject.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-build-"));
const project = join(folder, "project");
const page = join(project, "reports/index.md");

beforeAll(() => makeSmallProject(project, inject("fixtureState")));
afterAll(() => rmSync(folder, {recursive: true}));

function build() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("WORKBENCH_"))
  );
  return spawnSync(process.execPath, ["src/cli/workbench.js", "build"], {
    cwd: project,
    env,
    encoding: "utf8"
  });
}

it("stops at a page with an unknown column, names file and line, and leaves nothing behind", () => {
  const cell =
    'display(Plot.dot(await FileAttachment("data/state-summary.json").json(), {x: "nowhere"}).plot());';
  writeFileSync(page, `# One page\n\n\`\`\`js\n${cell}\n\`\`\`\n`);
  const {status, stderr} = build();
  expect(status, stderr).toBe(1);
  expect(stderr).toContain("reports/index.md:4: no column nowhere in state-summary.json");
  expect(readdirSync(project).filter((name) => name.startsWith("dist"))).toEqual([]);
});

it("stops with Framework’s words where only Framework sees a fault", () => {
  writeFileSync(page, '# One page\n\n```js\nimport "npm:no-such-package-here";\n```\n');
  const {status, stderr} = build();
  expect(status, stderr).toBe(1);
  expect(stderr).toContain("npm:no-such-package-here is not installed");
  expect(readdirSync(project).filter((name) => name.startsWith("dist"))).toEqual([]);
});

it("writes a page for every state under its own title, from the one that Framework builds", () => {
  writeFileSync(page, "# One page\n");
  const {status, stderr} = build();
  expect(status, stderr).toBe(0);
  const states = statePages();
  expect(states).toHaveLength(56);
  for (const {path, title} of states)
    expect(readFileSync(join(project, "dist", `${path}.html`), "utf8")).toContain(`<title>${title} |`);
  expect(existsSync(join(project, "dist/coverage/state.html"))).toBe(false);
});
