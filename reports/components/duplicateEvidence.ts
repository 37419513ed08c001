import * as Plot from "npm:@observablehq/plot";
import {formatDecimal} from "./formats.js";
import {color} from "./palette.js";

/** The comparisons in the order in which they stand in a pair’s row. */
export const COMPARISONS = ["name", "street", "phone", "website", "email", "locality", "distance"] as const;

type Comparison = (typeof COMPARISONS)[number];

/** A pair of records: of each comparison, the level that was reached and its part of the weight, in bits. */
export interface Pair extends Record<`${Comparison}_level` | `${Comparison}_part`, number> {
  id_a: string;
  id_b: string;
  kind: string;
  is_joined: boolean;
  decision: string | null;
  weight: number;
  probability: number;
  prior: number;
}

export interface LevelRow {
  comparison: string;
  position: number;
  level: number;
  label: string;
  m: number;
  u: number;
  weight: number;
}

/** What the reader calls each kind of pair or site. */
export const kindNames: Record<string, string> = {
  single: "One record",
  same_record: "The same record twice",
  su_mh: "Listed as SU and as MH",
  renamed: "Renamed",
  several_programmes: "Several programmes at one place",
  other_place: "Another place of the operator",
  unlike: "Not one place"
};

export interface Step {
  label: string;
  part: number;
  from: number;
  to: number;
}

/** Returns the steps from the prior to a pair’s weight: one per comparison that says something, in bits. */
export function evidenceSteps(pair: Pair, levels: LevelRow[]): Step[] {
  const steps: Step[] = [{label: "before comparing", part: pair.prior, from: 0, to: pair.prior}];
  for (const comparison of COMPARISONS) {
    const level = pair[`${comparison}_level`];
    const part = pair[`${comparison}_part`];
    if (level < 0) continue;
    const words = levels.find((d) => d.comparison === comparison && d.level === level)?.label ?? "";
    const from = steps.at(-1)!.to;
    steps.push({label: `${comparison}: ${words}`, part, from, to: from + part});
  }
  return steps;
}

/** Returns a waterfall: how each comparison moves a pair from the prior to its match weight. */
export function evidenceWaterfall(pair: Pair, levels: LevelRow[], {width}: {width: number}): Element {
  const steps = evidenceSteps(pair, levels);
  const rows = [...steps, {label: "match weight", part: pair.weight, from: 0, to: pair.weight}];
  const isNarrow = width < 700;
  return Plot.plot({
    width,
    height: 58 + rows.length * (isNarrow ? 46 : 30),
    marginBottom: 42,
    marginLeft: isNarrow ? 8 : 380,
    marginRight: 50,
    x: {label: "log2 odds, bits", grid: true},
    y: {
      domain: rows.map(({label}) => label),
      label: null,
      axis: isNarrow ? null : "left",
      padding: isNarrow ? 0.55 : 0.3
    },
    marks: [
      Plot.ruleX([0]),
      Plot.barX(rows, {
        y: "label",
        x1: "from",
        x2: "to",
        fill: (d: Step) =>
          d.label === "match weight" || d.label === "before comparing"
            ? color.quiet
            : d.part >= 0
              ? color.passed
              : color.error
      }),
      Plot.text(rows, {
        y: "label",
        x: (d: Step) => Math.max(d.from, d.to),
        text: (d: Step) => `${d.part >= 0 ? "+" : "−"}${formatDecimal(Math.abs(d.part), 1)}`,
        textAnchor: "start",
        dx: 4,
        fill: "var(--theme-foreground)",
        stroke: "var(--theme-background)",
        strokeWidth: 5
      }),
      ...(isNarrow
        ? [Plot.text(rows, {y: "label", text: "label", frameAnchor: "left", textAnchor: "start", dy: -19})]
        : [])
    ]
  });
}

/** Returns m and u of every level as a pair of dots on a logarithmic scale; their distance is the level’s weight. */
export function levelChart(levels: LevelRow[], {width}: {width: number}): Element {
  const isNarrow = width < 700;
  const rows = levels
    .filter(({m, u}) => Math.max(m, u) > 1e-6)
    .map((d) => ({...d, m: Math.max(1e-7, d.m), u: Math.max(1e-7, d.u)}));
  return Plot.plot({
    width,
    height: 72 + rows.length * (isNarrow ? 30 : 20),
    marginBottom: 42,
    marginLeft: isNarrow ? 12 : 380,
    marginRight: 20,
    x: {
      type: "log",
      domain: [1e-7, 1],
      label: "share of pairs at this level (log scale)",
      grid: true,
      ticks: [1e-6, 1e-4, 1e-2, 1],
      tickFormat: "~g"
    },
    y: {
      label: null,
      domain: rows.map(({comparison, label}) => `${comparison}: ${label}`),
      axis: isNarrow ? null : "left"
    },
    marks: [
      Plot.link(rows, {
        y: (d: LevelRow) => `${d.comparison}: ${d.label}`,
        x1: "u",
        x2: "m",
        stroke: (d: LevelRow) => (d.m >= d.u ? color.passed : color.error),
        strokeWidth: 2
      }),
      Plot.dot(rows, {
        y: (d: LevelRow) => `${d.comparison}: ${d.label}`,
        x: "u",
        r: 3.5,
        stroke: color.mark,
        strokeWidth: 1.5,
        fill: "var(--theme-background)"
      }),
      Plot.dot(rows, {y: (d: LevelRow) => `${d.comparison}: ${d.label}`, x: "m", r: 4, fill: color.mark}),
      ...(isNarrow
        ? [
            Plot.text(rows, {
              y: (d: LevelRow) => `${d.comparison}: ${d.label}`,
              text: (d: LevelRow) => `${d.comparison}: ${d.label}`,
              frameAnchor: "left",
              textAnchor: "start",
              dy: -12
            })
          ]
        : [])
    ]
  });
}
