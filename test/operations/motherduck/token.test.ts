import {spawnSync} from "node:child_process";
import {expect, it, vi} from "vitest";
import {publishFixture} from "../warehouseFixture.js";
import {parseTarget} from "../../../src/operations/motherduck/target.js";
import {guardingToken, hasToken, withoutToken} from "../../../src/operations/motherduck/token.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

const TOKEN = "eyJhbGciOi.secret-of-the-test.c2ln";

it("takes no token in the target, where the process list would show it", () => {
  expect(() => parseTarget(`md:recovery?motherduck_token=${TOKEN}`)).toThrow(/^a target takes no parameters/);
  expect(() => parseTarget("md:")).toThrow("not a database name: none");
  expect(() => parseTarget("md:local")).toThrow("not a database name");
  expect(() => parseTarget("md:a; drop")).toThrow("not a database name");
  expect(parseTarget("md:recovery")).toEqual({kind: "motherduck", path: "md:recovery", database: "recovery"});
});

it("strikes the token out of any text and any error", async () => {
  const before = process.env.MOTHERDUCK_TOKEN;
  process.env.MOTHERDUCK_TOKEN = TOKEN;
  try {
    expect(hasToken()).toBe(true);
    expect(withoutToken(`bad token ${TOKEN} here`)).toBe("bad token *** here");
    const error = await guardingToken(() => Promise.reject(new Error(`refused ${TOKEN}`))).catch(
      (e: unknown) => e as Error
    );
    expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain(TOKEN);
    expect(error.message).toBe("refused ***");
  } finally {
    if (before === undefined) delete process.env.MOTHERDUCK_TOKEN;
    else process.env.MOTHERDUCK_TOKEN = before;
  }
});

it("says what to do without a token and without the service, and prints no token", async () => {
  const {config, remove} = await publishFixture();
  const run = (env: Record<string, string>) =>
    spawnSync(
      process.execPath,
      ["src/cli/workbench.js", "motherduck", "sync", "--initial", "--target", "md:recovery"],
      {
        encoding: "utf8",
        env: {
          ...process.env,
          motherduck_token: "",
          MOTHERDUCK_TOKEN: "",
          WORKBENCH_STATE: config.state,
          HOME: config.state,
          ...env
        }
      }
    );
  const none = run({});
  expect([none.status, none.stderr]).toEqual([1, expect.stringContaining("no token: set MOTHERDUCK_TOKEN")]);
  const refused = run({MOTHERDUCK_TOKEN: TOKEN});
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(
    /cannot reach MotherDuck .*--target rehearsal\.duckdb|MotherDuck refused md:recovery/s
  );
  expect(refused.stdout + refused.stderr).not.toContain(TOKEN);
  remove();
});
