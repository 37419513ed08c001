import type {Browser} from "playwright-core";
import {expect, it} from "vitest";
import {settle} from "./openPage.js";
import type {TestSite} from "./testSite.js";

/** Describes pages whose colours the reader’s system has taken over (forced colours, as in high contrast). */
export function describeChosenColors(opened: () => {site: TestSite; browser: Browser}): void {
  it("keep the colours of legends, and mark the current page", async () => {
    const {site, browser} = opened();
    const page = await browser.newPage({forcedColors: "active"});
    await page.goto(site.url);
    await settle(page);
    const colors = await page
      .locator(".swatch")
      .evaluateAll((swatches) => swatches.map((swatch) => getComputedStyle(swatch).backgroundColor));
    expect(colors.length).toBeGreaterThan(2);
    expect(new Set(colors).size).toBe(colors.length);
    const current = page.locator("#observablehq-sidebar .observablehq-link-active").first();
    expect(await current.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe("solid");
    await page.close();
  });
}
