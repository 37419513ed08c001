import {existsSync} from "node:fs";
import {type Browser, chromium} from "playwright-core";

/** Where Linux and macOS keep a browser that was installed by hand. */
const SYSTEM = [
  process.env.CHROME_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];

/** Starts a real Chromium: the system’s or Playwright’s own, else the one that the npm package brings along. */
export async function launchBrowser(): Promise<Browser> {
  const installed = [...SYSTEM, chromium.executablePath()].find((path) => path && existsSync(path));
  return chromium.launch({executablePath: installed ?? (await packagedBrowser()), args: FLAGS});
}

async function packagedBrowser(): Promise<string> {
  // Makes the package unpack the shared libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const {default: packaged} = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
