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

<!-- The question that the page answers, then the finding: put yours in their place. -->

Which states and territories have the most organizations?

${fence}js
import * as Plot from "npm:@observablehq/plot";
import {figure} from "./components/figure.js";
import {formatCount, formatShare} from "./components/formats.js";
import {stateName} from "./components/stateCodes.js";
${fence}

${fence}js
const states = await FileAttachment("data/${name}.json").json();
const total = d3.sum(states, (d) => d.organization_count);
const rows = d3.sort(states, (d) => -d.organization_count)
  .map((d) => ({name: stateName(d.state), organizations: d.organization_count, share: d.organization_count / total}));
const [first] = rows;
${fence}

${fence}js
display(html\`<p><strong>\${first.name} has the most: \${formatCount(first.organizations)}</strong> of the \${formatCount(total)} organizations
  that name their state or territory (\${formatShare(first.share)}). They are in \${formatCount(rows.length)} states and territories.</p>\`);
${fence}

${fence}js
display(figure(
  (width) => Plot.plot({
    width,
    marginLeft: 120,
    marginRight: 55,
    height: 30 + 20 * 22,
    x: {axis: null},
    y: {label: null, tickSize: 0},
    marks: [
      Plot.barX(rows.slice(0, 20), {x: "organizations", y: "name", fill: "var(--color-mark)", sort: {y: "-x"}}),
      Plot.text(rows.slice(0, 20), {x: "organizations", y: "name", text: (d) => formatCount(d.organizations), dx: 5, textAnchor: "start"})
    ]
  }),
  {
    title: "The twenty states and territories with the most organizations",
    unit: "organizations",
    denominator: \`the \${formatCount(total)} that name their state or territory\`,
    source: "the directory",
    data: rows,
    columns: [{key: "name", label: "State or territory"}, {key: "organizations", format: formatCount}, {key: "share", format: formatShare}],
    snapshot: FileAttachment("data/${name}.json"),
    sql: FileAttachment("data/${name}.json.sql"),
    height: 470
  }
));
${fence}
`;
}
