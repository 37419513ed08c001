import type {Page} from "playwright-core";

const SETTLE_MS = 200;
/** The least of several: a busy machine is slow now and then, a slow page always. */
const TRIALS = 3;
const CONTROLS =
  "#observablehq-main :is(input:not([type=checkbox], [type=radio], [type=range]), select, textarea)";
const HEADINGS = "#observablehq-main thead button:visible";

/**
 * Presses keys in the page’s first control and the heading of its first table, and returns the time from a press to
 * the next paint, in milliseconds, as the browser itself measured it (Event Timing, in steps of 8 ms): of the
 * slowest key, the best of three.
 */
export async function reactionMs(page: Page): Promise<number> {
  await page.evaluate(watchReactions);
  const control = page.locator(CONTROLS).first();
  const reactions = (await control.count()) ? await trials(page, CONTROLS, ["a", "Backspace"]) : [];
  if (await page.locator(HEADINGS).count()) reactions.push(...(await trials(page, HEADINGS, ["Enter"])));
  return Math.max(0, ...reactions);
}

/** Returns the best time of each key in the first element that a selector finds. */
async function trials(page: Page, selector: string, keys: string[]): Promise<number[]> {
  const best = keys.map(() => Infinity);
  for (let trial = 0; trial < TRIALS; trial++)
    for (const [i, key] of keys.entries()) {
      await page.locator(selector).first().focus();
      best[i] = Math.min(best[i]!, await press(page, key));
    }
  return best;
}

async function press(page: Page, key: string): Promise<number> {
  await page.evaluate(() => ((globalThis as unknown as {longestMs: number}).longestMs = 0));
  await page.keyboard.press(key);
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(() => (globalThis as unknown as {longestMs: number}).longestMs);
}

function watchReactions(): void {
  const seen = globalThis as unknown as {longestMs: number};
  seen.longestMs = 0;
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) seen.longestMs = Math.max(seen.longestMs, duration);
  }).observe({type: "event", durationThreshold: 16} as PerformanceObserverInit);
}
