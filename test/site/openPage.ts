import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Browser, Page} from "playwright-core";

export interface OpenedPage {
  page: Page;
  /** Errors and warnings of the console, uncaught errors, failed requests, requests to another origin. */
  complaints: string[];
  /** Addresses of all requests. */
  requests: string[];
}

export interface Paint {
  /** Bytes transferred, headers included, and milliseconds until the first chart or table stood. */
  byteCount: number;
  ms: number;
  layoutShift: number;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const QUIET_MS = 150;
const SLOW_LINE = {bitsPerSecond: 20_000_000, latencyMs: 40};

/** Opens a page, waits until none of its cells is pending, and returns it with all that it complained of. */
export async function openPage(
  browser: Browser,
  url: string,
  {
    colorScheme = "light",
    width = 1280,
    isSlow = false
  }: {colorScheme?: "light" | "dark"; width?: number; isSlow?: boolean} = {}
): Promise<OpenedPage> {
  const page = await browser.newPage({viewport: {width, height: 900}, colorScheme, bypassCSP: false});
  const complaints: string[] = [];
  const requests: string[] = [];
  const {origin} = new URL(url);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    requests.push(request.url());
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${origin}/`))
      complaints.push(`another origin: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  if (isSlow) await slowDown(page);
  await page.addInitScript(watchPaint);
  await page.goto(url, {waitUntil: "load"});
  await settle(page);
  complaints.push(...(await cellErrors(page)));
  return {page, complaints, requests};
}

/** Puts the page behind a line of 20 Mbit/s with 40 ms of delay. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const throughput = SLOW_LINE.bitsPerSecond / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: SLOW_LINE.latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput
  });
}

/** Returns what the page’s cells show in place of a result that failed. */
export async function cellErrors(page: Page): Promise<string[]> {
  const errors = await page.$$eval(".observablehq--error", (cells) => cells.map((cell) => cell.textContent));
  return errors.map((text) => `cell: ${text}`);
}

/** Waits until no cell of the page is pending, nor anything that says that it is loading. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector("observablehq-loading") &&
      !/^Loading/.test(document.querySelector("[role=status]")?.textContent ?? ""),
    undefined,
    {
      timeout: 30_000
    }
  );
  await page.waitForTimeout(QUIET_MS);
}

/** Returns what axe finds against WCAG 2.2 AA and its own best practices, one line per rule and element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // The page’s policy forbids foreign scripts, as it should; the debugger may run them all the same.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: typeof import("axe-core")};
    const {violations} = await axe.run(document, {resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) =>
      nodes
        .slice(0, 3)
        .map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split("\n")[1] ?? ""}`)
    );
  });
}

/** Returns what the page cost until its first chart or table, as the browser itself measured it. */
export async function firstPaint(page: Page): Promise<Paint> {
  return page.evaluate(() => {
    const {firstPictureAt = performance.now(), layoutShift = 0} = globalThis as unknown as {
      firstPictureAt?: number;
      layoutShift?: number;
    };
    const loaded = [
      ...performance.getEntriesByType("navigation"),
      ...performance.getEntriesByType("resource")
    ] as PerformanceResourceTiming[];
    const before = loaded.filter((entry) => entry.responseEnd <= firstPictureAt);
    const byteCount = before.reduce((sum, entry) => sum + entry.transferSize, 0);
    return {byteCount, ms: firstPictureAt, layoutShift};
  });
}

function watchPaint(): void {
  const seen = globalThis as unknown as {firstPictureAt?: number; layoutShift: number};
  seen.layoutShift = 0;
  const PICTURE = "#observablehq-main :is(figure svg, canvas, table, svg[class^=plot])";
  new MutationObserver((_, observer) => {
    if (!document.querySelector(PICTURE)) return;
    seen.firstPictureAt = performance.now();
    observer.disconnect();
  }).observe(document, {childList: true, subtree: true});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {value: number; hadRecentInput: boolean})[])
      if (!entry.hadRecentInput) seen.layoutShift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
}
