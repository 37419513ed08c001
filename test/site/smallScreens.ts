import type {Browser} from "playwright-core";
import {expect, it} from "vitest";
import {openPage} from "./openPage.js";
import {builtPages, type TestSite} from "./testSite.js";

/** The spacing of text that WCAG 2.2 (1.4.12) asks pages to bear. */
const SPACING =
  "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}";
const PAGES_MS = 120_000;
const TARGET_PX = 24;

/** Describes pages at 320 px, which is also 1,280 px at 400 %, and what is asked of text and targets there. */
export function describeSmallScreens(opened: () => {site: TestSite; browser: Browser}): void {
  it(
    "show everything at 320 px without scrolling sideways, with wide letters too",
    async () => {
      const {site, browser} = opened();
      const wide: string[] = [];
      for (const path of builtPages(site.output)) {
        const {page} = await openPage(browser, site.url + path, {width: 320});
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        await page.waitForTimeout(500);
        const before = await overflow();
        await page.addStyleTag({content: SPACING});
        const after = await overflow();
        if (Math.max(before, after) > 0) wide.push(`/${path}: ${before} px, spaced ${after} px`);
        await page.close();
      }
      expect(wide).toEqual([]);
    },
    PAGES_MS
  );

  it(
    "have buttons, choices and headings that sort of at least 24 by 24 px",
    async () => {
      const {site, browser} = opened();
      const small: string[] = [];
      for (const path of builtPages(site.output)) {
        const {page} = await openPage(browser, site.url + path, {width: 390});
        const found = await page.evaluate((least) => {
          const targets =
            "#observablehq-main :is(button, summary, select, textarea, input:not([type=radio], [type=checkbox]), label:has(> input))";
          return [...document.querySelectorAll(targets)]
            .map((element) => ({element, box: element.getBoundingClientRect()}))
            .filter(({box}) => box.width > 0 && Math.min(box.width, box.height) < least - 0.5)
            .filter(({element}) => getComputedStyle(element).display !== "inline")
            .map(
              ({element, box}) => `${element.textContent || element.localName} ${box.width} x ${box.height}`
            );
        }, TARGET_PX);
        small.push(...found.map((target) => `/${path}: ${target}`));
        await page.close();
      }
      expect(small).toEqual([]);
    },
    PAGES_MS
  );
}
