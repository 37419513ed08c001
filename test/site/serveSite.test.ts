import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {brotliDecompressSync} from "node:zlib";
import {afterAll, beforeAll, expect, it} from "vitest";
import {serveSite, type ServedSite} from "../../src/site/serveSite.js";

const root = mkdtempSync(join(tmpdir(), "workbench-serve-"));
const folder = join(root, "site");
const words = "the quick brown fox ".repeat(100);
let site: ServedSite;

beforeAll(async () => {
  mkdirSync(join(folder, "_file/data"), {recursive: true});
  writeFileSync(join(root, "secret.txt"), "secret");
  symlinkSync(join(root, "secret.txt"), join(folder, "link.txt"));
  writeFileSync(join(folder, "index.html"), words);
  writeFileSync(join(folder, "coverage.html"), "<p>coverage</p>");
  writeFileSync(join(folder, "404.html"), "<p>no such page</p>");
  writeFileSync(join(folder, "_file/data/x.0123abcd.parquet"), "0123456789");
  site = await serveSite(folder, {base: "/sub/path/"});
});
afterAll(async () => {
  await site.close();
  rmSync(root, {recursive: true});
});

it("listens to this machine alone", () => {
  expect(new URL(site.url).hostname).toBe("127.0.0.1");
});

it("gives the index of a folder and a page without its ending", async () => {
  expect(await (await fetch(site.url)).text()).toBe(words);
  const page = await fetch(`${site.url}coverage`);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await page.text()).toBe("<p>coverage</p>");
});

it("says 404 with the site’s own page for what is not there, and for what lies outside its base", async () => {
  const absent = await fetch(`${site.url}absent`);
  expect([absent.status, await absent.text()]).toEqual([404, "<p>no such page</p>"]);
  expect((await fetch(new URL("/coverage", site.url))).status).toBe(404);
});

// fetch() tidies addresses before it sends them; an attacker does not.
it.each(["../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "link.txt", "a%00b", "%E0%A4%A"])(
  "gives nothing outside its folder for %s",
  async (path) => {
    expect(await statusOf(`/sub/path/${path}`)).toBe(404);
  }
);

it.each([
  ["bytes=2-4", 206, "234", "bytes 2-4/10"],
  ["bytes=7-", 206, "789", "bytes 7-9/10"],
  ["bytes=-3", 206, "789", "bytes 7-9/10"],
  ["bytes=8-99", 206, "89", "bytes 8-9/10"],
  ["bytes=10-", 416, "", "bytes */10"],
  ["bytes=4-2", 200, "0123456789", null],
  ["bytes=0-1,4-5", 200, "0123456789", null]
])("answers the range %s with %i", async (range, status, body, extent) => {
  const response = await fetch(`${site.url}_file/data/x.0123abcd.parquet`, {headers: {range}});
  expect([response.status, await response.text(), response.headers.get("content-range")]).toEqual([
    status,
    body,
    extent
  ]);
});

it("compresses text for a client that can read it, and nothing else", async () => {
  const raw = await rawBody("/sub/path/", {"accept-encoding": "gzip, br"});
  expect(raw.encoding).toBe("br");
  expect(brotliDecompressSync(raw.body).toString()).toBe(words);
  expect(raw.body.byteLength).toBeLessThan(words.length / 10);
  expect((await rawBody("/sub/path/", {})).encoding).toBeUndefined();
  const data = await rawBody("/sub/path/_file/data/x.0123abcd.parquet", {"accept-encoding": "br"});
  expect(data.encoding).toBeUndefined();
});

it("lets a file with a hash in its name be kept for ever, and a page be asked for again", async () => {
  const data = await fetch(`${site.url}_file/data/x.0123abcd.parquet`);
  expect(data.headers.get("cache-control")).toContain("immutable");
  const page = await fetch(site.url);
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const again = await fetch(site.url, {headers: {"if-none-match": page.headers.get("etag")!}});
  expect(again.status).toBe(304);
});

it("answers only GET and HEAD", async () => {
  expect((await fetch(site.url, {method: "POST"})).status).toBe(405);
  const head = await fetch(site.url, {method: "HEAD"});
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

it("says so when its port is taken", async () => {
  const port = Number(new URL(site.url).port);
  await expect(serveSite(folder, {port})).rejects.toThrow(`port in use: ${port}; choose another with --port`);
});

async function statusOf(path: string): Promise<number | undefined> {
  return (await rawBody(path, {})).status;
}

async function rawBody(path: string, headers: Record<string, string>) {
  return new Promise<{status: number | undefined; encoding: string | undefined; body: Buffer}>(
    (resolve, reject) => {
      const {hostname, port} = new URL(site.url);
      request({hostname, port, path, headers}, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode,
            encoding: response.headers["content-encoding"],
            body: Buffer.concat(chunks)
          })
        );
      })
        .on("error", reject)
        .end();
    }
  );
}
