import {contentSecurityPolicy} from "./contentSecurityPolicy.js";

const SKIP = '<a class="skip-link" href="#observablehq-main">Skip to the page’s content</a>';

/** What Framework writes, and what stands in its place. */
const CHANGES: [RegExp | string, string][] = [
  ["<html>", '<html lang="en">'],
  // Leave to zoom.
  [", maximum-scale=1", ""],
  ["<body>", `<body>${SKIP}`],
  // Everything a screen reader meets lies within a landmark with a name; see finishStyles for the selectors.
  [
    /(<input id="observablehq-sidebar-toggle" [^>]*)>/,
    '<div role="region" aria-label="Sidebar">$1 aria-label="Show the list of pages"></div>'
  ],
  ['<nav id="observablehq-sidebar">', '<nav id="observablehq-sidebar" aria-label="Pages">'],
  [
    /(<aside id="observablehq-toc"[^>]*)>\s*<nav>/,
    '$1 aria-label="Contents">\n<nav aria-label="On this page">'
  ],
  ['<main id="observablehq-main"', '<main id="observablehq-main" tabindex="-1"'],
  [/(<input type="search" placeholder="Search")>/, '$1 aria-label="Search">'],
  // A list holds only its items.
  [/(<ol>)\s*(<label id="observablehq-sidebar-close"[^>]*><\/label>)/, "$2\n  $1"],
  // A summary belongs to details; a section that never folds has a heading.
  [/<section([^>]*)>\s*<summary>([^<]*)<\/summary>/g, '<section$1>\n    <div class="section-name">$2</div>'],
  // Code that scrolls is reached by keyboard.
  [/<pre data-language=/g, '<pre tabindex="0" data-language='],
  // Framework preloads an Arrow reader for every Parquet file, though pages mostly read them without it.
  [
    /\n<link rel="modulepreload" href="[^"]*\/_npm\/(apache-arrow|parquet-wasm|tslib|flatbuffers)@[^"]*">/g,
    ""
  ]
];

/**
 * Returns a page as Framework built it with what Framework leaves out for readers who do not see or point,
 * without what they would fetch in vain, and with a content security policy.
 */
export function finishPage(html: string): string {
  const page = CHANGES.reduce((text, [from, to]) => text.replace(from, to), html);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(page)}">`;
  return page.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n${policy}`);
}

/** Returns a style sheet whose rules find the sidebar’s switch within the landmark that finishPage puts around it. */
export function finishStyles(css: string): string {
  return css.replace(
    /#observablehq-sidebar-toggle:(checked|indeterminate)\s*~\s*/g,
    "body:has(#observablehq-sidebar-toggle:$1) > "
  );
}
