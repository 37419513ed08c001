import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import {formatDecimal} from "./formats.js";
import {color} from "./palette.js";
import {statusBadge} from "./statusBadge.js";

/** The times of a query, in ms: 5, 25, 50, 75 and 95 % of its runs took no longer. */
export interface Spread {
  label: string;
  low: number;
  quarter: number;
  median: number;
  threeQuarters: number;
  high: number;
  budget: number | null;
}

/** A figure of one run of the benchmark. */
export interface RunFigure {
  started_at: string;
  machine_id: string;
  p50: number;
}

/** Formats milliseconds and rates with about three digits. */
export function formatFigure(value: unknown): string {
  if (typeof value !== "number") return "–";
  return formatDecimal(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}

/** Returns a ratio in words: how many times faster or slower than the workbench. */
export function formatRatio(ratio: unknown): string {
  if (typeof ratio !== "number") return "–";
  if (ratio > 0.95 && ratio < 1.05) return "the same";
  return ratio >= 1 ? `${formatFigure(ratio)} × slower` : `${formatFigure(1 / ratio)} × faster`;
}

/** Returns whether a service level is met, as shape, word and colour. */
export function levelBadge(isMet: unknown): HTMLElement {
  if (isMet == null) return html`<span class="quiet">not measured</span>`;
  return isMet ? statusBadge("passed", "met") : statusBadge("error", "missed");
}

/** Draws the spread of each query’s times: 5 to 95 % as a line, the middle half as a bar, the median as a tick. */
export function spreadPlot(spreads: Spread[], {width}: {width: number}): Node {
  const isNarrow = width < 560;
  return Plot.plot({
    width,
    height: 72 + 34 * spreads.length,
    marginBottom: 42,
    marginLeft: isNarrow ? 8 : 210,
    marginRight: 16,
    x: {type: "log", label: "ms, logarithmic →", grid: true, tickFormat: "~g", ticks: isNarrow ? 4 : 8},
    y: {
      label: null,
      domain: spreads.map((d) => d.label),
      axis: isNarrow ? null : "left",
      tickSize: 0
    },
    marks: [
      Plot.ruleY(spreads, {y: "label", x1: "low", x2: "high", stroke: color.quiet, strokeWidth: 2}),
      Plot.ruleY(spreads, {
        y: "label",
        x1: "quarter",
        x2: "threeQuarters",
        stroke: color.mark,
        strokeWidth: 9
      }),
      Plot.tickX(spreads, {
        y: "label",
        x: "median",
        stroke: "var(--theme-background)",
        strokeWidth: 2,
        inset: 9
      }),
      Plot.tickX(spreads, {y: "label", x: "budget", stroke: color.error, strokeWidth: 2, inset: 4}),
      ...(isNarrow
        ? [
            Plot.text(spreads, {
              y: "label",
              text: "label",
              frameAnchor: "left",
              textAnchor: "start",
              dy: -12,
              fill: "currentColor"
            })
          ]
        : [])
    ]
  });
}

/** Draws one figure through the runs: a dot for each run, a line through the runs of one machine. */
export function historyPlot(rows: RunFigure[], {width, unit}: {width: number; unit: string}): Node {
  const points = rows.map((d) => ({...d, at: new Date(d.started_at)}));
  return Plot.plot({
    width,
    height: 260,
    marginLeft: 56,
    x: {type: "utc", label: null, ticks: Math.max(2, Math.floor(width / 140))},
    y: {label: `↑ ${unit}`, grid: true, zero: true},
    marks: [
      Plot.line(points, {x: "at", y: "p50", z: "machine_id", stroke: color.mark}),
      Plot.dot(points, {
        x: "at",
        y: "p50",
        fill: color.mark,
        r: 4,
        title: (d: RunFigure) => `${formatFigure(d.p50)} ${unit}`
      }),
      Plot.ruleY([0])
    ]
  });
}
