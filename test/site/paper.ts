import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {expect, it} from "vitest";
import {openPage} from "./openPage.js";
import type {TestSite} from "./testSite.js";

/** Describes what a printed page holds, and what tells that a part of a page is hidden. */
export function describePaper(opened: () => {site: TestSite; browser: Browser}): void {
  const rowsOf = async (snapshot: string) =>
    (await opened().site.warehouse.rows(readFileSync(`data-loaders/${snapshot}.sql`, "utf8"))).length;
  const open = async (path: string, width?: number) => {
    const {site, browser} = opened();
    return (await openPage(browser, `${site.url}${path}`, {...(width && {width})})).page;
  };

  it("prints a table of no more than 60 rows whole, though the screen shows its beginning", async () => {
    const count = await rowsOf("unmapped-fields.json");
    const page = await open("quality");
    const rows = tableOf(page, "Fields without a column").locator("tbody tr:visible");
    expect(count).toBeLessThanOrEqual(60);
    expect(await rows.count()).toBeLessThan(count);
    await page.emulateMedia({media: "print"});
    expect(await rows.count()).toBe(count);
    await page.close();
  });

  it("says on paper how many rows a longer table leaves out", async () => {
    const count = (await rowsOf("duplicate-operators.parquet")).toLocaleString("en-US");
    const page = await open("duplicates");
    const note = page.locator("p.print-only", {hasText: `of ${count} rows`});
    await note.waitFor({state: "attached"});
    expect(await note.isVisible()).toBe(false);
    await page.emulateMedia({media: "print"});
    expect(await note.isVisible()).toBe(true);
    await page.close();
  });

  it("keeps room for what follows a heading or a table’s title, so that neither ends a sheet", async () => {
    const page = await open("quality");
    await page.emulateMedia({media: "print"});
    const rooms = await page.locator("#observablehq-main h2, .data-table caption").evaluateAll((headings) =>
      headings.map((heading) => {
        const {height, marginBottom} = getComputedStyle(heading, "::after");
        return {isWhole: getComputedStyle(heading).breakInside, height: parseFloat(height), marginBottom};
      })
    );
    expect(rooms.length).toBeGreaterThan(3);
    for (const {isWhole, height, marginBottom} of rooms) {
      expect(isWhole).toBe("avoid");
      expect(height).toBeGreaterThan(100);
      expect(parseFloat(marginBottom)).toBeCloseTo(-height, 1);
    }
    await page.close();
  });

  it.each(["explorer?state=RI", "networks?state=RI"])(
    "draws the canvas of %s anew in another theme, and light on paper",
    async (path) => {
      const {site, browser} = opened();
      const {page} = await openPage(browser, site.url + path, {colorScheme: "dark"});
      const canvas = page.locator("#observablehq-main canvas");
      await canvas.waitFor();
      expect(await lightness(page, await canvas.screenshot())).toBeLessThan(80);
      // Without another width, for which canvases are drawn anew in any case.
      await page.emulateMedia({colorScheme: "light"});
      await page.waitForTimeout(200);
      expect(await lightness(page, await canvas.screenshot())).toBeGreaterThan(200);
      await page.emulateMedia({colorScheme: "dark", media: "print"});
      await page.waitForTimeout(200);
      expect(await lightness(page, await canvas.screenshot())).toBeGreaterThan(200);
      await page.close();
    }
  );

  it("puts no box around a printed heading, which Chromium would leave blank on every further sheet", async () => {
    const page = await open("quality");
    const button = page.locator(".data-table thead button").first();
    const display = () => button.evaluate((element) => getComputedStyle(element).display);
    expect(await display()).not.toBe("contents");
    await page.emulateMedia({media: "print"});
    expect(await display()).toBe("contents");
    await page.close();
  });

  it("darkens the side of a table where columns are hidden, until they are scrolled to", async () => {
    const page = await open("coverage", 390);
    const frame = page.locator(".table-frame:visible").first();
    await frame.scrollIntoViewIfNeeded();
    const before = await lightnessAtRight(page, frame);
    await frame.evaluate((element) => (element.scrollLeft = element.scrollWidth));
    const after = await lightnessAtRight(page, frame);
    expect(after - before).toBeGreaterThan(10);
    await page.close();
  });

  it("darkens the foot of a table that goes on below, until its end is scrolled to", async () => {
    const page = await open("networks");
    const frame = page.locator(".table-frame", {has: page.locator("caption", {hasText: "Parameters"})});
    await frame.scrollIntoViewIfNeeded();
    const foot = async () => {
      const box = (await frame.boundingBox())!;
      const clip = {x: box.x + box.width / 2, y: Math.floor(box.y + box.height) - 4, width: 40, height: 2};
      return lightness(page, await page.screenshot({clip}));
    };
    const before = await foot();
    await frame.evaluate((element) => (element.scrollTop = element.scrollHeight));
    expect((await foot()) - before).toBeGreaterThan(10);
    await page.close();
  });

  it("shows each check with its reason and its result on a telephone without scrolling sideways", async () => {
    const page = await open("quality", 390);
    const frame = page.locator(".table-frame", {
      has: page.locator("caption", {hasText: "Checks of this build"})
    });
    expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await page.close();
  });

  it("keeps the mark of a table’s order on the line of its word", async () => {
    const page = await open("coverage");
    const heights = await page.locator(".data-table:visible .sort-mark").evaluateAll((marks) =>
      marks.map((mark) => {
        const line = parseFloat(getComputedStyle(mark).lineHeight);
        return mark.getBoundingClientRect().height / line;
      })
    );
    expect(heights.length).toBeGreaterThan(5);
    expect(Math.max(...heights)).toBeLessThan(1.5);
    await page.close();
  });

  it("says once that nothing was measured, and leaves out the sections that would be empty", async () => {
    const page = await open("benchmarks");
    expect(await page.getByText("No benchmark has been run").isVisible()).toBe(true);
    expect(await page.locator("#observablehq-main h2:visible").count()).toBe(0);
    await page.close();
  });

  it("keeps the names of a flow's smallest parts inside the picture", async () => {
    const page = await open("quality");
    const picture = page.locator("figure", {hasText: "What became of every record"}).locator("svg").first();
    const outside = await picture.evaluate((svg) => {
      const {top, bottom} = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
      return {names: boxes.length, cut: boxes.filter((box) => box.top < top || box.bottom > bottom).length};
    });
    expect(outside.names).toBeGreaterThan(1);
    expect(outside.cut).toBe(0);
    await page.close();
  });
}

function tableOf(page: Page, caption: string) {
  return page.locator(".data-table", {has: page.locator("caption", {hasText: caption})});
}

/** Returns the mean lightness, 0 to 255, of the last pixels inside an element's right side, in the view. */
async function lightnessAtRight(page: Page, element: ReturnType<Page["locator"]>): Promise<number> {
  const box = (await element.boundingBox())!;
  const top = Math.max(box.y + 60, 0);
  const bottom = Math.min(box.y + box.height, 890);
  return lightness(
    page,
    await page.screenshot({
      clip: {x: Math.floor(box.x + box.width) - 3, y: top, width: 2, height: bottom - top}
    })
  );
}

/** Returns the mean lightness of a picture, 0 to 255. */
async function lightness(page: Page, picture: Buffer): Promise<number> {
  const blank = await page.context().browser()!.newPage();
  const mean = await blank.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
    canvas.drawImage(image, 0, 0);
    const pixels = canvas.getImageData(0, 0, image.width, image.height).data;
    return pixels.filter((_, i) => i % 4 === 1).reduce((sum, green) => sum + green, 0) / (pixels.length / 4);
  }, picture.toString("base64"));
  await blank.close();
  return mean;
}
