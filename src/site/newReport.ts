import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../error.js";

/**
 * Writes the two files of a new report, a page and the SELECT of its snapshot, and returns their paths. Throws for a
 * name that is not lower case with hyphens, or where either file exists.
 */
export function writeNewReport(name: string, root = "."): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new UserError(`not a report name: ${name}; use lower case and hyphens, such as beds-by-county`);
  const files = {
    [join(root, "data-loaders", `${name}.json.sql`)]: loader(name),
    [join(root, "reports", `${name}.md`)]: page(name)
  };
  const taken = Object.keys(files).find((path) => existsSync(path));
  if (taken) throw new UserError(`already there: ${taken}; choose another name`);
  for (const [path, text] of Object.entries(files)) writeFileSync(path, text, {flag: "wx"});
  return Object.keys(files);
}

function titleOf(name: string): string {
  const words = name.replaceAll("-", " ");
  return words[0]!.toUpperCase() + words.slice(1);
}

function loader(name: string): string {
  return `-- title: ${titleOf(name)}
-- grain: one row per state
select state, sum(organization_count)::integer as organization_count
from marts.state_summary
where state is not null
group by state
order by state
`;
}

function page(name: string): string {
  const fence = "```";
  return `---
section: Reports
---

# ${titleOf(name)}

Which question does this page answer?

${fence}js
import * as Plot from "npm:@observablehq/plot";
import {figure} from "./components/figure.js";
import {formatCount} from "./components/formats.js";
${fence}

${fence}js
const rows = await FileAttachment("data/${name}.json").json();
const total = d3.sum(rows, (d) => d.organization_count);
${fence}

${fence}js
display(html\`<p>The directory places <strong>\${formatCount(total)} organizations</strong> in \${formatCount(rows.length)} states.</p>\`);
${fence}

${fence}js
display(figure(
  (width) => Plot.plot({
    width,
    x: {label: "Organizations", grid: true},
    y: {label: null},
    marks: [Plot.barX(rows, {x: "organization_count", y: "state", fill: "var(--color-mark)", sort: {y: "-x", limit: 20}})]
  }),
  {
    title: "The twenty states with the most organizations",
    unit: "organizations",
    source: "the directory",
    data: rows,
    snapshot: FileAttachment("data/${name}.json"),
    sql: FileAttachment("data/${name}.json.sql"),
    height: 400
  }
));
${fence}
`;
}
