import {existsSync, readFileSync, readdirSync} from "node:fs";
import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {describe, expect, it} from "vitest";
import {commandNames, loadCommand} from "../../src/cli/commandList.js";
import {commandHelp} from "../../src/cli/help.js";

function workbench(args: string[], env: Record<string, string> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ["src/cli/workbench.js", ...args], {
    encoding: "utf8",
    env: {...process.env, WORKBENCH_SOURCES: "", WORKBENCH_STATE: "no-such-state", ...env}
  });
  return {status, stdout, stderr};
}

describe.each(commandNames())("workbench %s", (name) => {
  it("has help with a usage line, a summary and a text for each option", async () => {
    const command = await loadCommand(name);
    expect(command.summary).toMatch(/^[A-Z]/);
    expect(command.usage.every((line) => line.split(" ")[0] === name)).toBe(true);
    for (const {description} of Object.values(command.options ?? {})) expect(description).not.toBe("");
    expect(commandHelp(name, command)).toContain(command.summary);
  });

  it("is in the README", () => {
    const readme = existsSync("README.md") ? readFileSync("README.md", "utf8") : "";
    expect(readme).toContain(`workbench ${name}`);
  });
});

it("lists a command for each file of its folder", () => {
  expect(commandNames()).toEqual(
    readdirSync("src/cli/commands")
      .map((file) => file.replace(/\.ts$/, ""))
      .sort()
  );
});

it("exits 2 with one line for a command, a flag or a word that does not exist", () => {
  for (const args of [["fly"], ["migrate", "--fast"], ["migrate", "now"]]) {
    const {status, stderr} = workbench(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^workbench: .+; run workbench help.*\n$/);
  }
});

it("exits 1 with one line, and no stack, for a mistake", () => {
  const {status, stderr} = workbench(["validate"]);
  expect(status).toBe(1);
  expect(stderr).toBe(
    "workbench: no warehouse at no-such-state/warehouse.duckdb; run workbench migrate to build it\n"
  );
});

it("exits 0 for help", () => {
  expect(workbench(["help"])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("migrate") as string
  });
  expect(workbench(["migrate", "--help"]).stdout).toContain("Usage: workbench migrate");
});

it("goes on without a word when the reader of its output has left, as head does", async () => {
  const child = spawn(process.execPath, ["src/cli/workbench.js", "help"], {
    env: {...process.env, WORKBENCH_STATE: "no-such-state"}
  });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  expect(stderr).toBe("");
  expect(code).toBe(0);
});
