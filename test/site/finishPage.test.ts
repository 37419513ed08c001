import {createHash} from "node:crypto";
import {expect, it} from "vitest";
import {contentSecurityPolicy} from "../../src/site/contentSecurityPolicy.js";
import {finishPage, finishStyles} from "../../src/site/finishPage.js";

const PAGE = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<link rel="modulepreload" href="./_npm/apache-arrow@17.0.0/9f211b97.js">
<link rel="modulepreload" href="./_npm/d3@7.9.2/3a42997a.js">
<script type="module">import "./x.js";</script>
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<main id="observablehq-main" class="observablehq"></main>
</body>
</html>`;

it("a page’s policy admits its inline scripts by hash, and no other script or origin", () => {
  const policy = contentSecurityPolicy(
    '<script src="./a.js"></script><script type="module">let a = 1;</script>'
  );
  const hash = createHash("sha256").update("let a = 1;").digest("base64");
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}';`);
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'|https?:|\*/);
});

it("a finished page has a language, leave to zoom, a link past the sidebar and its policy first", () => {
  const page = finishPage(PAGE);
  expect(page).toContain('<html lang="en">');
  expect(page).not.toContain("maximum-scale");
  expect(page).toContain('<body><a class="skip-link" href="#observablehq-main">');
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<script"));
  expect(page.indexOf("Content-Security-Policy")).toBeGreaterThan(0);
});

it("a finished page preloads what it uses, and not the Arrow reader", () => {
  const page = finishPage(PAGE);
  expect(page).toContain("d3@7.9.2");
  expect(page).not.toContain("apache-arrow");
});

it("the sidebar’s rules find its switch within its landmark", () => {
  expect(finishStyles("#observablehq-sidebar-toggle:checked~#observablehq-sidebar{left:0}")).toBe(
    "body:has(#observablehq-sidebar-toggle:checked) > #observablehq-sidebar{left:0}"
  );
});
