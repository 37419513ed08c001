import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";

/** A page of the site as a browser shows it: its address below the root, where it links to, and what can be linked to. */
export interface LinkedPage {
  path: string;
  /** Addresses below the site’s root, with their “#…”. */
  links: string[];
  ids: string[];
}

/** Returns the links within the site that a page shows, and the ids of its elements. */
export async function linkedPage(page: Page, base: string): Promise<LinkedPage> {
  const {addresses, ids} = await page.evaluate(() => ({
    addresses: Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href]"), (link) => link.href),
    ids: Array.from(document.querySelectorAll("[id]"), ({id}) => id)
  }));
  const here = new URL(page.url());
  const below = (pathname: string) => decodeURI(pathname).replace(base, "");
  const links = addresses
    .map((address) => new URL(address))
    .filter(({origin}) => origin === here.origin)
    // Links within a page name it as it was opened, which may be without its ending.
    .map(
      ({pathname, hash}) => `${pathname === here.pathname ? fileOf(below(pathname)) : below(pathname)}${hash}`
    );
  return {path: fileOf(below(here.pathname)), links, ids};
}

/** Returns the links, with the page that has them, whose file or place in a page is not there. */
export function brokenLinks(pages: LinkedPage[], output: string): string[] {
  const idsOf = new Map<string, Set<string>>();
  for (const {path, ids} of pages) idsOf.set(path, new Set([...(idsOf.get(path) ?? []), ...ids]));
  const broken = pages.flatMap(({path, links}) =>
    links.filter((link) => !leadsSomewhere(link)).map((link) => `${path}: ${link}`)
  );
  return [...new Set(broken)];

  function leadsSomewhere(link: string): boolean {
    const [pathname = "", fragment = ""] = link.split("#");
    const file = pathname || "index.html";
    if (!existsSync(join(output, file))) return false;
    if (!fragment || !file.endsWith(".html")) return true;
    const ids = idsOf.get(file) ?? writtenIds(join(output, file));
    return ids.has(decodeURIComponent(fragment));
  }
}

/** Returns the ids that a page has before its code runs. */
function writtenIds(file: string): Set<string> {
  return new Set(Array.from(readFileSync(file, "utf8").matchAll(/ id="([^"]+)"/g), ([, id]) => id!));
}

function fileOf(path: string): string {
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return path.endsWith(".html") ? path : `${path}.html`;
}
