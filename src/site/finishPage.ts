import {contentSecurityPolicy} from "./contentSecurityPolicy.js";

const VIEWPORT = /(<meta name="viewport" content="width=device-width, initial-scale=1), maximum-scale=1(">)/;
const CLOSE_LABEL = /(<ol>)\s*(<label id="observablehq-sidebar-close"[^>]*><\/label>)/;
const TOGGLE = /(<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar")(>)/;
const SKIP = '<a class="skip-link" href="#observablehq-main">Skip to the page’s content</a>';

/**
 * Returns a page as Framework built it with what Framework leaves out: the language, leave to zoom, a link
 * past the sidebar, a list that holds only its items, landmarks with names, and a content security policy.
 */
export function finishPage(html: string): string {
  const page = html
    .replace("<html>", '<html lang="en">')
    .replace(VIEWPORT, "$1$2")
    .replace(CLOSE_LABEL, "$2\n  $1")
    .replace(TOGGLE, '$1 aria-label="Show the list of pages"$2')
    .replace('<nav id="observablehq-sidebar">', '<nav id="observablehq-sidebar" aria-label="Pages">')
    .replace(/(<aside id="observablehq-toc"[^>]*>\s*<nav)>/, '$1 aria-label="On this page">')
    .replace(
      '<input type="search" placeholder="Search">',
      '<input type="search" placeholder="Search" aria-label="Search all pages">'
    )
    .replace('<main id="observablehq-main"', '<main id="observablehq-main" tabindex="-1"')
    .replace("<body>", `<body>${SKIP}`);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(page)}">`;
  return page.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n${policy}`);
}
