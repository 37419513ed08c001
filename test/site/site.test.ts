import {join} from "node:path";
import type {Browser} from "playwright-core";
import {stateName} from "../../reports/components/stateCodes.js";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serveSite} from "../../src/site/serveSite.js";
import {launchBrowser} from "./browser.js";
import {describeChosenColors} from "./chosenColors.js";
import {describeControls} from "./controls.js";
import {describeDownloads} from "./downloads.js";
import {describeKeyboard} from "./keyboard.js";
import {brokenLinks, type LinkedPage, linkedPage} from "./links.js";
import {type OfflineVisit, reopenOffline} from "./offlineVisit.js";
import {accessibilityFaults, firstPaint, type OpenedPage, openPage, type Paint} from "./openPage.js";
import {describePaper} from "./paper.js";
import {describeSmallScreens} from "./smallScreens.js";
import {reactionMs} from "./reactions.js";
import {builtPages, openTestSite, type TestSite} from "./testSite.js";

const FIRST_PICTURE_BYTES = 300_000;
const LAYOUT_SHIFT = 0.05;
const KEY_TO_PAINT_MS = 100;
const BUILD_MS = 600_000;

let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  site = await openTestSite();
  browser = await launchBrowser();
}, BUILD_MS);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Visit {
  path: string;
  faults: string[];
  requests: string[];
  paint: Paint;
  overflow: number;
  linked: LinkedPage;
  /** Whether a table that is seen comes before every picture. */
  isTableFirst: boolean;
  /** Milliseconds from a key pressed to the next paint. */
  reaction: number;
}

describe("every page", () => {
  let visits: Visit[];
  let offlineVisits: Map<string, OfflineVisit>;

  beforeAll(async () => {
    visits = [];
    offlineVisits = new Map();
    for (const path of builtPages(site.output)) {
      visits.push(await visit(path, "light", 1280));
      visits.push(await visitAndReopen(path));
    }
  }, BUILD_MS);

  it("loads under its policy without an error, a warning or a request to another origin, and axe finds nothing", () => {
    expect(visits.flatMap(({path, faults}) => faults.map((fault) => `${path}: ${fault}`))).toEqual([]);
  });

  it("shows its first picture within the budget and keeps still", () => {
    const lines = visits.map(
      ({path, paint: {byteCount, ms, layoutShift}, reaction}) =>
        `${path}: ${Math.round(byteCount / 1000)} kB, ${Math.round(ms)} ms, shift ${layoutShift.toFixed(3)}` +
        (reaction ? `, key to paint ${reaction} ms` : "")
    );
    process.stdout.write(
      `until the first picture (budget 300 kB, 1000 ms at 20 Mbit/s and 40 ms for light pages, shift .05, key to paint 100 ms):\n  ${lines.join("\n  ")}\n`
    );
    const heavy = visits.filter(({paint}) => paint.byteCount > FIRST_PICTURE_BYTES);
    const restless = visits.filter(({paint}) => paint.layoutShift > LAYOUT_SHIFT);
    expect([...heavy, ...restless].map(({path, paint}) => ({path, ...paint}))).toEqual([]);
  });

  it("paints within 100 ms of a key pressed in its first control or table heading", () => {
    const slow = visits.filter(({reaction}) => reaction > KEY_TO_PAINT_MS);
    expect(slow.map(({path, reaction}) => `${path}: ${reaction} ms`)).toEqual([]);
  });

  it("asks for no database engine before the reader does", () => {
    expect(visits.flatMap(({requests}) => requests).filter((url) => /duckdb.*\.wasm/.test(url))).toEqual([]);
  });

  it("fits a telephone without scrolling sideways", () => {
    expect(
      visits.filter(({overflow}) => overflow > 1).map(({path, overflow}) => `${path}: ${overflow} px`)
    ).toEqual([]);
  });

  it("links only to files that a plain static host finds by their names, and to places that the page has", async () => {
    const pages = [...visits.map(({linked}) => linked), ...(await deeperPages())];
    const links = new Set(pages.flatMap(({links}) => links));
    expect(links.size).toBeGreaterThan(builtPages(site.output).length / 2);
    expect(brokenLinks(pages, site.output)).toEqual([]);
  });

  it("says that its data is generated", async () => {
    for (const path of builtPages(site.output)) {
      const response = await fetch(site.url + path);
      expect(await response.text(), path).toContain("Generated sample data.");
    }
  });

  it("shows a picture before its first table, unless it is all tables or has nothing to compare yet", () => {
    expect(visits.filter(({isTableFirst}) => isTableFirst).map(({path}) => path)).toEqual([]);
  });

  it("opens without a connection after a visit, with all its pictures and a note of its date", () => {
    for (const [path, {pictures, picturesOffline, note, faults}] of offlineVisits) {
      expect({path, pictures: picturesOffline, faults}).toEqual({path, pictures, faults: []});
      expect(note, path).toContain("No connection. You see the state of ");
    }
  });

  async function visit(path: string, colorScheme: "light" | "dark", width: number): Promise<Visit> {
    const opened = await openPage(browser, site.url + path, {colorScheme, width, isSlow: true});
    const seen = await look(opened, `/${path} (${colorScheme}, ${width} px)`);
    seen.reaction = await reactionMs(opened.page);
    await opened.page.close();
    return seen;
  }

  /** Visits a page of a server that then stops, and opens the page once more. */
  async function visitAndReopen(path: string): Promise<Visit> {
    const server = await serveSite(site.output, {base: new URL(site.url).pathname});
    const opened = await openPage(browser, server.url + path, {colorScheme: "dark", width: 390});
    const seen = await look(opened, `/${path} (dark, 390 px)`);
    offlineVisits.set(`/${path}`, await reopenOffline(opened, server.close));
    await opened.page.close();
    return seen;
  }

  async function look({page, complaints, requests}: OpenedPage, path: string): Promise<Visit> {
    const paint = await firstPaint(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const faults = [...complaints, ...(await accessibilityFaults(page))];
    const linked = await linkedPage(page, new URL(site.url).pathname);
    const isTableFirst = await page.evaluate(() => {
      const main = document.querySelector("#observablehq-main")!;
      const shown = [...main.querySelectorAll("svg, canvas, table")].filter((part) => part.checkVisibility());
      const pictures = shown.filter((part) => !part.matches("table") && part.clientHeight > 100);
      const isUnchanged = /This is the first build:|No organization of any type was/.test(main.textContent!);
      return (
        pictures.length > 0 &&
        !isUnchanged &&
        shown.find((part) => part.matches("table") || part.clientHeight > 100) !== pictures[0]
      );
    });
    return {path, faults, requests, paint, overflow, linked, isTableFirst, reaction: 0};
  }
});

/** Opens pages at addresses that choose something, and so show links that come only with a choice. */
async function deeperPages(): Promise<LinkedPage[]> {
  const [place] = await site.warehouse.rows<{id: string; county: string}>(
    `select organization_id as id, county_fips as county
     from marts.network_places join marts.coverage_organizations using (organization_id)
     where network_places.state = 'TX' and coverage_organizations.state = 'TX' and is_local_supply
       and county_fips is not null
     order by degree desc, id limit 1`
  );
  const pages: LinkedPage[] = [];
  for (const [address, shown] of [
    [`coverage?state=TX&county=${place!.county}`, "#county"],
    [`explorer?id=${place!.id}`, "dialog[open] .organization"],
    [`networks?state=TX&org=${place!.id}`, `a[href*="explorer.html?id="]`]
  ] as const) {
    const {page} = await openPage(browser, site.url + address);
    await page.waitForSelector(shown, {timeout: 20_000});
    pages.push(await linkedPage(page, new URL(site.url).pathname));
    await page.close();
  }
  return pages;
}

describe("numbers on the pages", () => {
  it("are those of the warehouse on the overview", async () => {
    const [row] = await site.warehouse.rows<{organizations: number; phones: number; states: number}>(
      `select count(*)::integer as organizations,
         (count(*) filter (where phone is not null))::integer as phones,
         count(distinct address_state)::integer as states
       from main.organizations`
    );
    const places = await site.warehouse.rows<{state: string | null; city: string | null}>(
      "select address_state as state, address_city as city from main.organizations"
    );
    const named = places.filter(({state, city}) => state !== null && city !== null);
    const cities = new Set(named.map(({state, city}) => `${state} ${city!.toLowerCase()}`));
    expect(named.length).toBeLessThan(places.length);
    const {page} = await openPage(browser, site.url);
    const text = await page.innerText("#observablehq-main");
    expect(text).toContain(`in ${cities.size.toLocaleString("en-US")} cities of`);
    expect(text).toContain(`${row!.organizations.toLocaleString("en-US")} organizations`);
    expect(text).toContain(`${row!.phones.toLocaleString("en-US")} organizations`);
    expect(text).toContain(`${row!.states} states and territories`);
    await page.close();
  });

  it("are those of the ledger and the checks on data quality", async () => {
    const [ledger] = await site.warehouse.rows<{records: number; loaded: number}>(
      `select count(*)::integer as records, (count(*) filter (where disposition = 'loaded'))::integer as loaded
       from meta.ledger`
    );
    const [checks] = await site.warehouse.rows<{total: number; passed: number}>(
      "select count(*)::integer as total, (count(*) filter (where failure_count = 0))::integer as passed from meta.check_results"
    );
    const {page} = await openPage(browser, `${site.url}quality`);
    const text = await page.innerText("#observablehq-main");
    expect(text).toContain(`${checks!.passed} of ${checks!.total} checks pass`);
    expect(text).toContain(
      `All ${ledger!.records.toLocaleString("en-US")} records are accounted for: ${ledger!.loaded.toLocaleString("en-US")} loaded`
    );
    await page.close();
  });

  it("are those of the generated truth on duplicates", async () => {
    const [pairs] = await site.warehouse.rows<{precision: number; recall: number}>(
      `with placed as (
         select members.organization_id, members.site_id as found, truths.site_id as truth
         from analysis.site_members as members
         join meta.ledger using (organization_id)
         join read_csv($path, all_varchar = true) as truths
           on truths.file = ledger.file and truths.position::integer = ledger.position
         where disposition = 'loaded'
       )
       select
         count(*) filter (a.found = b.found and a.truth = b.truth) / count(*) filter (a.found = b.found) as precision,
         count(*) filter (a.found = b.found and a.truth = b.truth) / count(*) filter (a.truth = b.truth) as recall
       from placed as a
       join placed as b
         on (a.found = b.found or a.truth = b.truth) and a.organization_id < b.organization_id`,
      {path: join(site.sources, "truth/records.csv")}
    );
    expect(Math.min(pairs!.precision, pairs!.recall)).toBeGreaterThan(0.97);
    const {page} = await openPage(browser, `${site.url}duplicates`);
    const share = (value: number) =>
      value < 1 && value >= 0.9995 ? ">99.9%" : `${Number((value * 100).toFixed(1))}%`;
    const text = await page.innerText("#observablehq-main");
    expect(text).toContain(
      `Of the pairs joined, ${share(pairs!.precision)} are one place; of the true pairs, ${share(pairs!.recall)} were joined.`
    );
    await page.close();
  });

  it("are the rows of the failing check that the address names", async () => {
    const [check] = await site.warehouse.rows<{name: string; failure_count: number}>(
      "select name, failure_count from meta.check_results where failure_count > 0 order by failure_count desc, name"
    );
    const {page, complaints} = await openPage(browser, `${site.url}quality?check=${check!.name}`);
    const caption = `${check!.name.replaceAll("_", " ")}: ${check!.failure_count.toLocaleString("en-US")} rows`;
    await page.waitForFunction((words) => document.body.innerText.includes(words), caption, {
      timeout: 10_000
    });
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe("the coverage map", () => {
  it("opens state, county and organizations by keyboard, and keeps the way in the address", async () => {
    const {page, complaints} = await openPage(browser, `${site.url}coverage?state=RI`);
    await page.focus(".coverage-map [tabindex='0']");
    const first = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.keyboard.press("ArrowUp");
    const second = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(second).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#county", {timeout: 20_000});
    expect(new URL(page.url()).searchParams.get("county")).toMatch(/^44\d{3}$/);
    expect(await page.innerText("#county")).toContain("Rhode Island");
    const link = page.locator("a[href*='explorer.html?id=']").first();
    const name = await link.innerText();
    await link.click();
    await page.waitForSelector("dialog[open] .organization", {timeout: 20_000});
    expect(await page.innerText("dialog")).toContain(name);
    await page.goBack();
    await page.waitForSelector("#county", {timeout: 20_000});
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector("#county"), undefined, {timeout: 20_000});
    expect(new URL(page.url()).searchParams.get("state")).toBe("RI");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows the numbers of the warehouse, and as many counties in the table as on the map", async () => {
    const [nation] = await site.warehouse.rows<{sites: number; records: number}>(
      `select site_count as sites, record_count as records from marts.coverage_rates
       where level = 'nation' and kind = 'all' and payer = 'any'`
    );
    const {page} = await openPage(browser, `${site.url}coverage?state=RI&scale=people`);
    const text = await page.innerText("#observablehq-main");
    expect(text).toContain(
      `${nation!.records.toLocaleString("en-US")} records at ${nation!.sites.toLocaleString("en-US")} sites`
    );
    expect(await page.locator(".coverage-map circle").count()).toBe(5);
    expect(await page.locator(".area-link").count()).toBe(5);
    await page.close();
  });

  it("shows the warehouse's numbers of a type, a service and a payer together, and keeps them in the address", async () => {
    const expected = await site.warehouse.rows<{area: string; sites: number}>(
      `select area, site_count as sites from marts.coverage_rates
       where level = 'state' and kind = 'treatment_centers_with_peer_support' and payer = 'medicaid' and site_count > 0
       order by sites desc, area limit 1`
    );
    const {page, complaints} = await openPage(
      browser,
      `${site.url}coverage?type=treatment_centers&measure=sites`
    );
    await page.getByLabel("Service", {exact: true}).selectOption({label: "Peer support"});
    await page.getByLabel("Payer", {exact: true}).selectOption({label: "Accepts Medicaid"});
    const {area, sites} = expected[0]!;
    await page.waitForFunction(
      ([state, number]) =>
        document.querySelector(`.state-map path[aria-label^="${state}: "]`)?.getAttribute("aria-label") ===
        `${state}: ${number}`,
      [stateName(area), sites.toLocaleString("en-US")],
      {timeout: 20_000}
    );
    const {searchParams} = new URL(page.url());
    expect(["type", "step", "payer"].map((name) => searchParams.get(name))).toEqual([
      "treatment_centers",
      "peer_support",
      "medicaid"
    ]);
    const titles = await page.locator(".figure-title").allInnerTexts();
    expect(
      titles.filter((title) => title.includes("treatment centers with peer support that accepts Medicaid"))
    ).toHaveLength(2);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describeControls(() => ({site, browser}));

describe("a figure’s downloads", () => describeDownloads(() => ({site, browser})));

describe("the keyboard", () => describeKeyboard(() => ({site, browser})));

describe("small screens", () => describeSmallScreens(() => ({site, browser})));

describe("colours that the reader’s system chooses", () => describeChosenColors(() => ({site, browser})));

describe("a printed page", () => describePaper(() => ({site, browser})));
