import {existsSync, readdirSync} from "node:fs";
import {dirname, join} from "node:path/posix";
import {lineAt, type SourceFile} from "./readPages.js";

/** A relative link that code makes, as an attribute or as a property; those of Markdown are Framework’s to resolve. */
const LINK = /\bhref ?[=:] ?(?:["'`]|\$\{["'`])(\.{1,2}\/[\w$.][^"'`?#]*)/g;
/** The address of a page as seen from the built module of a component: a name with .html, or none at all. */
const FROM_MODULE =
  /\bnew URL\(\s*["'`]((?:\.{1,2}\/)+(?:[^"'`?#]*\.html|[^"'`?#.]*[^"'`?#./]))["'`?#][^)]*import\.meta\.url/g;

/**
 * Returns, one line each with file and line, the links in a page’s code that lead to no page, or to one without the
 * “.html” by which a plain static host finds it. A part of a path that the code puts in may be any page with a parameter.
 * Components serve pages of several folders, so that theirs must start from the component’s own place in the built site.
 */
export function checkLinks(file: SourceFile, reports: string): string[] {
  const {path} = file;
  if (path.endsWith(".md"))
    return faults(file, LINK, (target) =>
      isPage(join(dirname(path), target)) ? "" : "is no page; links end in the page’s name and .html"
    );
  const built = join("_import", dirname(path.slice(reports.length + 1)));
  return [
    ...faults(file, LINK, () => "is another page from each folder; write new URL(…, import.meta.url)"),
    ...faults(file, FROM_MODULE, (target) =>
      isPage(join(reports, join(built, target))) ? "" : `is no page seen from ${built}/ of the built site`
    )
  ];
}

function faults({path, text}: SourceFile, links: RegExp, judge: (target: string) => string): string[] {
  return Array.from(text.matchAll(links), ({1: target, index}) => {
    const verdict = judge(target!);
    return verdict && `${path}:${lineAt(text, index)}: ${target} ${verdict}`;
  }).filter(Boolean);
}

function isPage(target: string): boolean {
  if (!target.endsWith(".html")) return false;
  const folder = dirname(target);
  if (target.includes("${"))
    return existsSync(folder) && readdirSync(folder).some((name) => /^\[.+\]\.md$/.test(name));
  return existsSync(target.replace(/\.html$/, ".md"));
}
