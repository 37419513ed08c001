import type {Page} from "playwright-core";
import {cellErrors, settle, type OpenedPage} from "./openPage.js";

/** What a page showed on its first visit, and when it was opened again without a connection. */
export interface OfflineVisit {
  pictures: number;
  picturesOffline: number;
  note: string;
  faults: string[];
}

const PICTURES = "#observablehq-main :is(figure svg, canvas, table tr)";

/** Waits until the page’s copies are kept, cuts the connection and opens the page again. */
export async function reopenOffline(
  {page, complaints}: OpenedPage,
  cut: () => Promise<void>
): Promise<OfflineVisit> {
  await waitUntilKept(page);
  const pictures = await page.locator(PICTURES).count();
  await cut();
  const heard = complaints.length;
  await page.reload();
  await settle(page);
  const picturesOffline = await page.locator(PICTURES).count();
  const note = await page.innerText(".offline-note", {timeout: 1000}).catch(() => "");
  return {pictures, picturesOffline, note, faults: [...complaints.slice(heard), ...(await cellErrors(page))]};
}

/** Waits until the service worker keeps the page and whatever it has loaded. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const loaded = resources.filter(({responseStatus}) => responseStatus === 200).map(({name}) => name);
      const copies = await Promise.all(
        [location.href, ...loaded].map((url) => caches.match(url, {ignoreSearch: true}))
      );
      return copies.every(Boolean);
    },
    undefined,
    {timeout: 15_000}
  );
}
