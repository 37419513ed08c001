import * as Plot from "npm:@observablehq/plot";
import {formatDecimal} from "./formats.js";
import {color} from "./palette.js";

export interface WeightBin {
  weight_from: number;
  pair_count: number;
  joined_count: number;
  expected_matches: number;
}

/**
 * Returns what joining at the given weight or more would do: the pairs, and the precision and recall that the
 * model’s own probabilities promise (of the pairs that were kept).
 */
export function atThreshold(bins: WeightBin[], weight: number) {
  const above = bins.filter((bin) => bin.weight_from >= weight);
  const sum = (rows: WeightBin[], key: keyof WeightBin) => rows.reduce((total, row) => total + row[key], 0);
  const pairs = sum(above, "pair_count");
  const matches = sum(above, "expected_matches");
  const all = sum(bins, "expected_matches");
  return {pairs, precision: pairs ? matches / pairs : 0, recall: all ? matches / all : 0};
}

/** Returns the distribution of match weights, joined pairs in one colour, the rest in another, and the threshold. */
export function weightHistogram(bins: WeightBin[], threshold: number, {width}: {width: number}): Element {
  const rows = bins.map((bin) => ({
    ...bin,
    to: bin.weight_from + 0.5,
    isAbove: bin.weight_from >= threshold
  }));
  return Plot.plot({
    width,
    height: 270,
    marginBottom: 42,
    marginLeft: 56,
    x: {label: "match weight, bits"},
    y: {label: "↑ pairs (square-root scale)", type: "sqrt", grid: true},
    marks: [
      Plot.rectY(rows, {
        x1: "weight_from",
        x2: "to",
        y: "pair_count",
        fill: (d: {isAbove: boolean}) => (d.isAbove ? color.mark : color.quiet),
        tip: true,
        title: (d: WeightBin) =>
          `${d.weight_from} to ${d.weight_from + 0.5} bits\n${d.pair_count} pairs, ${formatDecimal(d.expected_matches, 1)} matches expected`
      }),
      Plot.ruleX([threshold], {stroke: color.highlight, strokeWidth: 2}),
      Plot.ruleY([0])
    ]
  });
}
