import type {Browser, Page} from "playwright-core";
import {expect, it} from "vitest";
import {openPage} from "./openPage.js";
import type {TestSite} from "./testSite.js";

const LOADED_MS = 20_000;
const STOPS = 80;

/** Describes what the tab, arrow, Enter and Escape keys do, and where the focus is afterwards. */
export function describeKeyboard(opened: () => {site: TestSite; browser: Browser}): void {
  const open = async (path: string, width = 1280) =>
    (await openPage(opened().browser, `${opened().site.url}${path}`, {width})).page;

  it.each([
    ["", 1280],
    ["coverage", 1280],
    ["explorer", 390],
    ["quality", 390]
  ])("marks each stop of the tab key and brings it into view: %s at %i px", async (path, width) => {
    const page = await open(path, width);
    const unseen: string[] = [];
    let count = 0;
    for (; count < STOPS; count++) {
      await page.keyboard.press("Tab");
      const stop = await focused(page);
      if (stop.isBody) break;
      if (stop.isMarked && stop.isInView) continue;
      unseen.push(`${stop.name}: marked ${stop.isMarked}, in view ${stop.isInView}`);
    }
    expect(unseen).toEqual([]);
    expect(count).toBeGreaterThan(10);
    await page.close();
  });

  it("goes past the sidebar by the first stop", async () => {
    const page = await open("coverage");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const isInMain = () => page.evaluate(() => !!document.activeElement?.closest("#observablehq-main"));
    expect(await isInMain()).toBe(true);
    await page.close();
  });

  it("moves over the map of states by arrow keys, opens one by Enter, and then stands on its name", async () => {
    const page = await open("coverage");
    const stop = page.locator(".state-map [tabindex='0']");
    expect(await stop.count()).toBe(1);
    await stop.focus();
    await page.keyboard.press("ArrowRight");
    const name = (await focused(page)).name.split(":")[0]!;
    await page.keyboard.press("Enter");
    await page.waitForSelector(".coverage-map", {timeout: LOADED_MS});
    await page.waitForFunction((words) => document.activeElement?.textContent === words, name, {
      timeout: LOADED_MS
    });
    await page.close();
  });

  it("keeps the focus on a county that is opened, and on a table all of whose rows are shown", async () => {
    const page = await open("coverage?state=RI");
    const link = page.locator(".area-link").first();
    const name = await link.innerText();
    await link.press("Enter");
    await page.waitForSelector("#county", {timeout: LOADED_MS});
    await page.waitForFunction(
      (words) =>
        document.activeElement?.matches(".area-link") && document.activeElement.textContent === words,
      name,
      {timeout: LOADED_MS}
    );
    const more = page.locator(".table-block:has(.table-more:visible)").first();
    while (await more.locator(".table-more").isVisible()) await more.locator(".table-more").press("Enter");
    expect(await focused(page)).toMatchObject({isMarked: true});
    await page.close();
  });

  it("scrolls a wide table back to the row’s name that has the focus", async () => {
    const page = await open("networks", 500);
    const frame = page.locator(".table-frame", {
      has: page.locator("caption", {hasText: "that alone connect others"})
    });
    await frame.locator("thead button").last().focus();
    expect(await frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    await page.keyboard.press("Tab");
    expect(await frame.evaluate((element) => element.scrollLeft)).toBe(0);
    await page.close();
  });

  it("goes to the search by the keys that it names, and clears it by Escape", async () => {
    for (const width of [1280, 390]) {
      const page = await open("quality", width);
      await page.keyboard.press("Alt+k");
      expect((await focused(page)).name).toBe("Search");
      await page.keyboard.type("vermont");
      await page.waitForSelector("#observablehq-search-results li a");
      await page.keyboard.press("Escape");
      expect(await page.locator("#observablehq-search-results").innerText()).toBe("");
      await page.close();
    }
  });

  it("opens at the place that the address names, though what stands above it loads later", async () => {
    const page = await open("quality#every-check");
    await page.waitForFunction(() => {
      const {top} = document.querySelector("#every-check")!.getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2;
    });
    const current = page.locator(".observablehq-secondary-link-active");
    expect(await current.innerText()).toBe("Every check");
    await page.close();
  });

  it("gives the focus back to the entry from which an organization was opened", async () => {
    const page = await open("explorer?state=TX");
    const link = page.locator(".matches a").nth(2);
    await link.press("Enter");
    await page.waitForSelector("dialog[open] .organization");
    expect(await page.evaluate(() => !!document.activeElement?.closest("dialog"))).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog:not([open])", {state: "attached"});
    expect((await focused(page)).name).toBe(await link.innerText());
    await page.close();
  });
}

interface Focused {
  name: string;
  /** Past the page’s last stop the focus is the browser’s own. */
  isBody: boolean;
  isMarked: boolean;
  isInView: boolean;
}

/** Returns what has the focus: its name, whether an outline that nothing covers marks it or its label, and whether it can be seen. */
async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement!;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const isMarked = [element, ...labels].some((marked) => {
      const {outlineStyle, outlineWidth} = getComputedStyle(marked);
      const {x, y, width, height} = marked.getClientRects()[0] ?? new DOMRect();
      const above = document.elementFromPoint(x + width / 2, y + height / 2);
      const isCovered = above !== null && !above.contains(marked) && !marked.contains(above);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !isCovered;
    });
    const {top, bottom, left, right} = element.getBoundingClientRect();
    const isInView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const name = element.getAttribute("aria-label") ?? element.textContent!.trim().slice(0, 80);
    const isBody = element === document.body;
    return {name, isBody, isMarked: !isBody && isMarked, isInView};
  });
}
