import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {readUpdateSettings, type SourceSettings} from "../../../src/config/updateSettings.js";
import {copiesFolder, lastGoodCopy} from "../../../src/operations/update/copies.js";
import {fetchSource, type FetchOptions} from "../../../src/operations/update/fetchSource.js";
import {
  body,
  cutShort,
  drip,
  gzipped,
  type MisbehavingServer,
  redirect,
  reset,
  silence,
  stall,
  startMisbehavingServer,
  status,
  truncated,
  versioned
} from "./misbehavingServer.js";

const houses = (count: number, mark = "") =>
  JSON.stringify({houses: Array.from({length: count}, (_, i) => ({name: `House ${i}${mark}`}))});
const LOGIN = `<!DOCTYPE html><html><head><title>Sign in</title></head><body><input type="password"></body></html>`;

let server: MisbehavingServer;
let state: string;
let clock: number;
let waits: number[];
const limits = {
  ...readUpdateSettings("/nonexistent").limits,
  fetch_connect_timeout_s: 5,
  fetch_idle_timeout_s: 0.3,
  fetch_total_timeout_s: 1,
  fetch_attempts: 3,
  fetch_maximum_mb: 0.01,
  fetch_kept_copies: 2
};

beforeEach(async () => {
  server = await startMisbehavingServer();
  state = mkdtempSync(join(tmpdir(), "workbench-fetch-"));
  clock = Date.parse("2026-11-02T06:00:00Z");
  waits = [];
});
afterEach(async () => {
  await server.close();
  rmSync(state, {recursive: true});
});

const source = (changes: Partial<SourceSettings> = {}): SourceSettings => ({
  name: "oxford",
  step: "oxford-vacancies",
  from: `${server.origin}/houses.json`,
  file: "oxford_house_processed_latest.json",
  hosts: [],
  headers: {},
  ...changes
});
const fetchIt = (changes: Partial<SourceSettings> = {}, options: Partial<FetchOptions> = {}) =>
  fetchSource(
    {state, sources: join(state, "sources")},
    source(changes),
    {limits, ...options},
    {
      now: () => new Date((clock += 1000)),
      sleep: async (ms) => void waits.push(ms),
      env: {TOKEN: "s3cret"}
    }
  );
const copy = () => lastGoodCopy(copiesFolder({state}, {name: "oxford"}));

it("a good file becomes the last good copy, with its count, hash and validators", async () => {
  server.answer("/houses.json", versioned(houses(10), `"a"`));
  const {status, attempts} = await fetchIt();
  expect([status, attempts]).toEqual(["fetched", 1]);
  expect(copy()).toMatchObject({recordCount: 10, byteCount: houses(10).length, validators: {etag: `"a"`}});
  expect(readFileSync(copy()!.path, "utf8")).toBe(houses(10));
});

it("a second fetch sends ETag and If-Modified-Since, and 304 keeps the copy", async () => {
  server.answer("/houses.json", versioned(houses(10), `"a"`));
  await fetchIt();
  const before = copy()!;
  expect((await fetchIt()).status).toBe("unchanged");
  expect(server.requests[1]!.headers).toMatchObject({
    "if-none-match": `"a"`,
    "if-modified-since": "Sun, 01 Nov 2026 00:00:00 GMT"
  });
  expect(copy()).toMatchObject({path: before.path, fetchedAt: before.fetchedAt});
  expect(copy()!.checkedAt > before.checkedAt).toBe(true);
});

it("the validators of one address are not sent to another", async () => {
  server.answer("/houses.json", versioned(houses(10), `"a"`));
  await fetchIt({from: `${server.origin}/houses.json?month=10`});
  await fetchIt({from: `${server.origin}/houses.json?month=11`});
  expect(server.requests[1]!.headers["if-none-match"]).toBeUndefined();
});

it("the same bytes without a 304 are unchanged", async () => {
  server.answer("/houses.json", body(houses(10)));
  await fetchIt();
  expect((await fetchIt()).status).toBe("unchanged");
  expect(readdirSync(copiesFolder({state}, {name: "oxford"}))).toHaveLength(2);
});

it("500s are tried again after growing random waits until the server recovers", async () => {
  server.answer("/houses.json", (response, request, nth) =>
    (nth < 3 ? status(503) : body(houses(10)))(response, request, nth)
  );
  expect(await fetchIt()).toMatchObject({status: "fetched", attempts: 3});
  expect(waits).toHaveLength(2);
  expect(waits[0]).toBeLessThan(1000);
  expect(waits[1]).toBeLessThan(2000);
});

it("the waits are the same for the same seed", async () => {
  server.answer("/houses.json", status(500));
  await expect(fetchIt()).rejects.toThrow("server answered 500 (3 attempts)");
  const first = waits;
  waits = [];
  clock = Date.parse("2026-11-02T06:00:00Z");
  await expect(fetchIt()).rejects.toThrow();
  expect(waits).toEqual(first);
});

it("Retry-After is waited for, unless it is longer than allowed", async () => {
  server.answer("/houses.json", (response, request, nth) =>
    (nth < 2 ? status(429, {"retry-after": "7"}) : body(houses(10)))(response, request, nth)
  );
  await fetchIt();
  expect(waits).toEqual([7000]);
  server.answer("/houses.json", status(503, {"retry-after": "86400"}));
  await expect(fetchIt()).rejects.toThrow("server answered 503; from");
  expect(waits).toHaveLength(1);
});

it.each([
  ["a reset connection", reset, /failed: .*(ECONNRESET|hang up).*\(3 attempts\)/],
  ["a body shorter than its content-length", truncated(houses(10)), /ended early.*\(3 attempts\)/],
  ["a stalled body", stall, /sent nothing for 0.3 s \(3 attempts\)/],
  ["silence", silence, /sent nothing for 0.3 s \(3 attempts\)/],
  ["a slow drip that never falls silent", drip(50), /longer than one attempt may \(3 attempts\)/],
  ["a refusal", status(403), /server answered 403;/],
  ["an unexpected 304", status(304), /server answered 304;/],
  ["a redirect without end", redirect("/houses.json"), /redirect loop/],
  ["another type", body("%PDF-1.7", {"content-type": "application/pdf"}), /sent application\/pdf where json/],
  ["a login page with status 200", body(LOGIN, {"content-type": "text/html"}), /a login page \(“Sign in”\)/],
  ["a login page that says it is JSON", body(LOGIN), /a login page/],
  ["JSON cut short without a stated length", cutShort(houses(10).slice(0, 99)), /broken or cut short/],
  ["JSON that holds no list of records", body(`{"error": "try again"}`), /no records: sought houses/],
  ["an empty list", body("[]"), /no records: sought/],
  ["half the records lost", body(houses(4)), /only 4 records where the last good copy has 10/],
  ["a larger file than allowed", body(houses(1000)), /larger than 0.01 MB/],
  ["a small body that unpacks to a larger one", gzipped(houses(1000)), /larger than 0.01 MB/]
])(
  "%s leaves the last good copy alone and is reported",
  async (_, behaviour, message) => {
    server.answer("/houses.json", body(houses(10)));
    await fetchIt();
    const before = copy();
    server.answer("/houses.json", behaviour);
    await expect(fetchIt()).rejects.toThrow(message);
    expect(copy()).toEqual(before);
    expect(readFileSync(before!.path, "utf8")).toBe(houses(10));
    expect(
      readdirSync(copiesFolder({state}, {name: "oxford"})).filter((name) => name.includes("part"))
    ).toEqual([]);
  },
  15_000
);

it("a server that does not listen is tried again, then reported", async () => {
  const {origin} = server;
  await server.close();
  await expect(fetchIt({from: `${origin}/houses.json`})).rejects.toThrow(/ECONNREFUSED.*\(3 attempts\)/);
  server = await startMisbehavingServer();
});

it("far fewer records are taken when the operator says so", async () => {
  server.answer("/houses.json", body(houses(10)));
  await fetchIt();
  server.answer("/houses.json", body(houses(4)));
  expect((await fetchIt({}, {acceptSmaller: true})).copy.recordCount).toBe(4);
});

it("redirects are followed on the same host, up to the limit", async () => {
  for (let i = 0; i < 9; i++) server.answer(`/hop${i}`, redirect(`/hop${i + 1}`));
  server.answer("/hop9", body(houses(10)));
  expect((await fetchIt({from: `${server.origin}/hop4`})).status).toBe("fetched");
  await expect(fetchIt({from: `${server.origin}/hop0`})).rejects.toThrow("more than 5 redirects");
});

it("a redirect to a host that is not configured is refused, and credentials stay with their host", async () => {
  const other = await startMisbehavingServer();
  other.answer("/houses.json", body(houses(10)));
  server.answer("/houses.json", redirect(`${other.origin}/houses.json`));
  await expect(fetchIt()).rejects.toThrow(`redirected to ${other.host}, which is not configured`);
  expect(other.requests).toEqual([]);
  const from = `http://user:pass@${server.host}/houses.json`;
  await fetchIt({from, hosts: [other.host], headers: {"x-key": "${TOKEN}"}});
  expect(server.requests.at(-1)!.headers).toMatchObject({
    authorization: `Basic ${btoa("user:pass")}`,
    "x-key": "s3cret"
  });
  expect(other.requests[0]!.headers).not.toHaveProperty("authorization");
  expect(other.requests[0]!.headers).not.toHaveProperty("x-key");
  await other.close();
});

it("no message or note holds a password, a token or the value of a query", async () => {
  const from = `http://user:pa55@${server.host}/houses.json?key=k3y&token=\${TOKEN}`;
  server.answer("/houses.json", status(401));
  const refused = await fetchIt({from}).catch((error: Error) => error.message);
  server.answer("/houses.json", body(houses(10)));
  await fetchIt({from});
  expect(server.requests[1]!.path).toBe("/houses.json?key=k3y&token=s3cret");
  const note = readFileSync(join(copiesFolder({state}, {name: "oxford"}), "copy.json"), "utf8");
  for (const text of [refused, note]) {
    expect(text).toContain(`http://…@${server.host}/houses.json?key=…&token=…`);
    expect(text).not.toMatch(/pa55|k3y|s3cret/);
  }
});

it("a missing environment variable is named", async () => {
  await expect(fetchIt({headers: {authorization: "Bearer ${ABSENT}"}})).rejects.toThrow("not set: ABSENT");
});

it("a path is copied and checked as an address is", async () => {
  const path = join(state, "houses.json");
  writeFileSync(path, houses(10));
  expect((await fetchIt({from: path})).copy.recordCount).toBe(10);
  utimesSync(path, 1, 1);
  expect((await fetchIt({from: path})).status).toBe("unchanged");
  writeFileSync(path, houses(10).slice(0, 50));
  await expect(fetchIt({from: path})).rejects.toThrow(/cut short/);
  await expect(fetchIt({from: join(state, "absent.json")})).rejects.toThrow(
    "oxford: no such file; from …/absent.json"
  );
});

it("previous copies are kept, up to the number given", async () => {
  for (const mark of ["a", "b", "c", "d"]) {
    server.answer("/houses.json", body(houses(10, mark)));
    await fetchIt();
  }
  const names = readdirSync(copiesFolder({state}, {name: "oxford"})).filter((name) => name !== "copy.json");
  const marks = names
    .sort()
    .map((name) => /House 0(.)/.exec(readFileSync(join(state, "downloads/oxford", name), "utf8"))![1]);
  expect(marks).toEqual(["b", "c", "d"]);
  expect(existsSync(copy()!.path)).toBe(true);
});

it("a file of any other shape is read by the mapping that the source folder has for it", async () => {
  const csv = {file: "homes.csv"};
  server.answer("/houses.json", body("Home;Town\nA;Boston\nB;Fresno\n", {"content-type": "text/csv"}));
  await expect(fetchIt(csv)).rejects.toThrow("no source reads homes.csv");
  mkdirSync(join(state, "sources"));
  const fields = {name: "Home", city: "Town", type: {constant: "rccs"}};
  writeFileSync(join(state, "sources/homes.csv.mapping.json"), JSON.stringify({source: "homes", fields}));
  expect((await fetchIt(csv)).copy.recordCount).toBe(2);
});

it("a gzipped answer is kept unpacked", async () => {
  server.answer("/houses.json", gzipped(houses(10)));
  await fetchIt();
  expect(readFileSync(copy()!.path, "utf8")).toBe(houses(10));
});

it("a CSV file that ends in the middle of a row is refused", async () => {
  const csv = {file: "facility-detail.csv"};
  const head = "name1,street1,city,state,zip\nA,1 Main St,Boston,MA,02139\n";
  server.answer("/houses.json", body(`${head}B,2 Oak Ave,Fresno,CA,93650\n`, {"content-type": "text/csv"}));
  expect((await fetchIt(csv)).copy.recordCount).toBe(2);
  server.answer("/houses.json", body(`${head}B,2 Oak\n`, {"content-type": "text/csv"}));
  await expect(fetchIt(csv)).rejects.toThrow("its last row has 2 cells in a row of 5 columns");
});
