import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import type {Row} from "./csv.js";
import {formatCount} from "./formats.js";
import {setUrlParameters, urlParameter} from "./urlState.js";

const CHARTS = {bar: "bars", line: "line", dot: "dots"} as const;
const BARS = 60;

interface Choice {
  chart: keyof typeof CHARTS;
  x: string;
  y: string;
  colour: string;
}

/** Returns a choice of chart for the rows of a query, kept in the address, and the chart. */
export function notebookChart(rows: Row[], columns: string[]): HTMLElement {
  const numbers = columns.filter((column) => rows.some((row) => typeof row[column] === "number"));
  const named = columns.map((column): [string, string] => [column, column]);
  const controls = [
    select("chart", "Chart", [["", "none"], ...Object.entries(CHARTS)]),
    select("x", "Across", named),
    select(
      "y",
      "Up",
      numbers.map((column): [string, string] => [column, column])
    ),
    select("colour", "Colour", [["", "one"], ...named])
  ];
  const picture = html`<div></div>`;
  const form = html`<form class="notebook-chart">${controls}</form>` as HTMLFormElement;
  const draw = () => {
    const chosen = Object.fromEntries(new FormData(form)) as unknown as Choice;
    picture.replaceChildren(...(chosen.chart ? [plot(rows, chosen), ...leftOut(rows, chosen)] : []));
    return chosen;
  };
  form.oninput = () => {
    const chosen = draw();
    setUrlParameters(chosen.chart ? {...chosen} : {chart: "", x: "", y: "", colour: ""});
  };
  draw();
  return html`<div>${form}${picture}</div>`;
}

function select(name: keyof Choice, label: string, choices: [string, string][]): HTMLElement {
  const asked = urlParameter(name);
  return html`<label class="field"
    >${label}<select name=${name}>
      ${choices.map(([value, text]) => html`<option value=${value} selected=${value === asked}>${text}</option>`)}
    </select></label
  >`;
}

function plot(rows: Row[], {chart, x, y, colour}: Choice): Element {
  const channels = {x, y, tip: true};
  const paint = colour || "var(--color-mark)";
  const mark = {
    bar: () => Plot.barY(rows, {...channels, fill: paint, sort: {x: "-y", limit: BARS}}),
    line: () => Plot.lineY(rows, {...channels, stroke: paint}),
    dot: () => Plot.dot(rows, {...channels, stroke: paint})
  }[chart]();
  const isLong = rows.some((row) => String(row[x]).length > 6);
  return Plot.plot({
    width: Math.min(760, document.querySelector("#observablehq-main")!.clientWidth),
    marginLeft: 70,
    ...(chart === "bar" && isLong && {x: {tickRotate: -45}, marginBottom: 90}),
    color: {legend: colour !== ""},
    marks: [Plot.ruleY([0]), mark]
  });
}

/** Says how many bars there would be, where not all are drawn. */
function leftOut(rows: Row[], {chart, x}: Choice): HTMLElement[] {
  const count = new Set(rows.map((row) => String(row[x]))).size;
  if (chart !== "bar" || count <= BARS) return [];
  return [html`<p class="quiet">The ${BARS} largest of ${formatCount(count)}.</p>`];
}
