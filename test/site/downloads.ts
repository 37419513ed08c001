import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {SaxesParser} from "saxes";
import {beforeAll, expect, it} from "vitest";
import {openPage} from "./openPage.js";
import type {TestSite} from "./testSite.js";

const TITLE = "Organizations by state and territory";

let site: TestSite;
let browser: Browser;

/** Describes what a figure’s files hold; `opened` gives the site and the browser once they are there. */
export function describeDownloads(opened: () => {site: TestSite; browser: Browser}): void {
  beforeAll(() => {
    ({site, browser} = opened());
  });

  it("are the picture, with its styles, and the numbers of the warehouse", async () => {
    const {page, complaints} = await openPage(browser, site.url);
    const csv = await saved(page, "CSV");
    const [header, ...lines] = csv.toString("utf8").split("\r\n").filter(Boolean);
    // Begins with a byte-order mark, by which spreadsheets know the encoding.
    expect(header).toBe("\ufeffstate,count");
    const [row] = await site.warehouse.rows<{n: number}>(
      "select count(*)::integer as n from main.organizations where address_state is not null"
    );
    expect(lines.reduce((sum, line) => sum + Number(line.split(",").at(-1)), 0)).toBe(row!.n);
    const svg = await saved(page, "SVG");
    for (const words of [TITLE, "Generated sample data", "Source:", "and more"])
      expect(svg.toString("utf8")).toContain(words);
    const fills = fillsOf(svg.toString("utf8"));
    expect(fills.size).toBeGreaterThan(3);
    expect([...fills].join()).not.toContain("var(");
    expect(await coloursOf(page, await saved(page, "PNG"))).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("are the chart where a figure shows a legend too, and what is drawn on a canvas", async () => {
    const {page} = await openPage(browser, `${site.url}coverage`);
    const chart = (await saved(page, "SVG", "Steps of care by state")).toString("utf8");
    for (const words of ["Alabama", "Wyoming", "Recovery residence", "below 17%"])
      expect(chart).toContain(words);
    await page.goto(`${site.url}networks?state=RI`);
    await page.waitForSelector("#observablehq-main canvas");
    const title = await page.locator(".figure:has(canvas) .figure-title").innerText();
    expect(await coloursOf(page, await saved(page, "PNG", title))).toBeGreaterThan(5);
    await page.close();
  });

  it("hold the snapshot, as Parquet that another program reads", async () => {
    const {page} = await openPage(browser, `${site.url}notebook`);
    const bytes = await page.evaluate(async () => {
      const response = await fetch("data/zip-centers.parquet");
      return [...new Uint8Array(await response.arrayBuffer()).slice(0, 4)];
    });
    expect(String.fromCharCode(...bytes)).toBe("PAR1");
    await page.close();
  });
}

async function saved(page: Page, kind: string, title = TITLE): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click(`button[aria-label^="Save “${title}"][aria-label$="” as ${kind}"]`)
  ]);
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  expect(download.suggestedFilename()).toBe(`${name}.${kind.toLowerCase()}`);
  return readFileSync(await download.path());
}

/** Parses a picture as XML, which throws where it is none, and returns the colours of its shapes. */
function fillsOf(svg: string): Set<string> {
  const fills = new Set<string>();
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({name, attributes}) => {
    const fill = /fill: (rgb[^;]+)/.exec(String(attributes.style ?? ""))?.[1];
    if (name === "path" && fill) fills.add(fill);
  });
  parser.write(svg).close();
  return fills;
}

/** Returns how many colours a picture has; one of a single colour is blank. */
async function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), {
        width: image.width,
        height: image.height
      });
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    },
    `data:image/png;base64,${png.toString("base64")}`
  );
}
