import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";

export interface PageLink {
  name: string;
  path: string;
}

export interface Section {
  name: string;
  pages: PageLink[];
}

interface Page extends PageLink {
  section: string;
  order: number;
}

/** Sections in the order in which the sidebar shows them; any other section follows, by name. */
const SECTIONS = ["Directory", "Reports", "Data", "Analysts", "Operations"];
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Returns the sidebar: every page of the folder under the section and at the place that its front matter
 * names (`section`, `order`), by title where it names none. The first page of all is the folder’s index.
 */
export function navigation(reports: string): Section[] {
  const pages = readdirSync(reports)
    .filter((file) => /^(?!index\.|404\.)[^[]+\.md$/.test(file))
    .map((file) => readPage(join(reports, file), `/${file.slice(0, -".md".length)}`))
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, "en"));
  return [...new Set(pages.map((page) => page.section))]
    .sort((a, b) => sectionOrder(a) - sectionOrder(b) || a.localeCompare(b, "en"))
    .map((name) => ({name, pages: pages.filter((page) => page.section === name).map(linkOf)}));
}

function readPage(file: string, path: string): Page {
  const text = readFileSync(file, "utf8");
  const [front = ""] = /^---\n[^]*?\n---/.exec(text) ?? [];
  const setting = (key: string) => new RegExp(`^${key}: *"?(.+?)"?$`, "m").exec(front)?.[1];
  const heading = /^# (.+)$/m.exec(text)?.[1];
  return {
    path,
    name: setting("title") ?? heading ?? path.slice(1),
    section: setting("section") ?? "Reports",
    order: Number(setting("order") ?? LAST)
  };
}

function sectionOrder(name: string): number {
  const place = SECTIONS.indexOf(name);
  return place < 0 ? SECTIONS.length : place;
}

function linkOf({name, path}: PageLink): PageLink {
  return {name, path};
}
