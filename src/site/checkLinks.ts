import {existsSync, readdirSync} from "node:fs";
import {dirname, join} from "node:path/posix";
import {lineAt, type SourceFile} from "./readPages.js";

/** A relative link that the code of a page makes; those of its Markdown are Framework’s to resolve. */
const LINK = /\bhref=(?:"|\$\{`)(\.{1,2}\/[\w$][^"`?#]*)/g;

/**
 * Returns, one line each with file and line, the links in a page’s code that lead to no page, or to one without the
 * “.html” by which a plain static host finds it. A part of a path that the code puts in may be any page with a parameter.
 */
export function checkLinks({path, text}: SourceFile): string[] {
  if (!path.endsWith(".md")) return [];
  return Array.from(text.matchAll(LINK), (match) => ({target: match[1]!, line: lineAt(text, match.index)}))
    .filter(({target}) => !isPage(join(dirname(path), target)))
    .map(({target, line}) => `${path}:${line}: ${target} is no page; links end in the page’s name and .html`);
}

function isPage(target: string): boolean {
  if (!target.endsWith(".html")) return false;
  const folder = dirname(target);
  if (target.includes("${"))
    return existsSync(folder) && readdirSync(folder).some((name) => /^\[.+\]\.md$/.test(name));
  return existsSync(target.replace(/\.html$/, ".md"));
}
