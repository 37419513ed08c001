import * as Plot from "npm:@observablehq/plot";
import {formatFigure} from "./benchmarks.js";
import {formatShare} from "./formats.js";
import {color} from "./palette.js";

/** A promise about the warehouse, and what the newest run measured of it. */
export interface ServiceLevel {
  title: string;
  unit: string;
  direction: "at most" | "at least";
  target: number;
  value: number | null;
  is_met: boolean | null;
}

/** Formats what was measured or promised, in its unit. */
export function formatLevel(value: number | null, unit: string): string {
  if (value === null) return "–";
  return unit === "share" ? formatShare(value) : `${formatFigure(value)} ${unit}`;
}

/** Returns how many times what was promised a measurement takes: up to 1 is within it, whichever way the promise goes. */
export function timesPromised({direction, target, value}: ServiceLevel): number | null {
  if (value === null) return null;
  return direction === "at most" ? value / target : target / value;
}

/** Draws each measured promise as a bar from what was promised to what was measured: to the left is better than promised. */
export function levelsPlot(levels: ServiceLevel[], {width}: {width: number}): Node {
  const rows = levels.flatMap((level) => {
    const times = timesPromised(level);
    if (!times) return [];
    const {title, unit, value, target, direction} = level;
    const number = unit === "share" ? formatLevel(value, unit) : formatFigure(value);
    const measured = `${number}, ${direction} ${formatLevel(target, unit)}`;
    return [{title, times, measured, isMet: level.is_met === true}];
  });
  const isNarrow = width < 760;
  // The line of what was promised runs through the words of a narrow picture.
  const halo = {fill: "currentColor", stroke: "var(--theme-background)", strokeWidth: 5};
  const least = Math.min(0.1, ...rows.map(({times}) => times));
  const most = Math.max(2, ...rows.map(({times}) => times));
  return Plot.plot({
    width,
    height: 60 + (isNarrow ? 60 : 30) * rows.length,
    marginTop: 24,
    marginBottom: 36,
    marginLeft: isNarrow ? 8 : 315,
    marginRight: isNarrow ? 8 : 275,
    x: {
      type: "log",
      domain: [least, most],
      label: "times what was promised, logarithmic →",
      tickFormat: "~g",
      ticks: 4,
      grid: true
    },
    y: {label: null, domain: rows.map(({title}) => title), axis: isNarrow ? null : "left", tickSize: 0},
    marks: [
      Plot.ruleY(rows, {
        y: "title",
        x1: 1,
        x2: "times",
        stroke: (d: {isMet: boolean}) => (d.isMet ? color.passed : color.error),
        strokeWidth: 10
      }),
      Plot.ruleX([1], {stroke: "currentColor", strokeWidth: 2}),
      Plot.text(["promised"], {x: 1, text: (d: string) => d, frameAnchor: "top", dy: -12}),
      Plot.text(rows, {
        y: "title",
        text: (d: {isMet: boolean; measured: string}) => `${d.isMet ? "met" : "missed"}: ${d.measured}`,
        frameAnchor: isNarrow ? "left" : "right",
        textAnchor: "start",
        dx: isNarrow ? 0 : 8,
        dy: isNarrow ? 15 : 0,
        ...halo
      }),
      ...(isNarrow
        ? [
            Plot.text(rows, {
              y: "title",
              text: "title",
              frameAnchor: "left",
              textAnchor: "start",
              dy: -15,
              ...halo
            })
          ]
        : [])
    ]
  });
}
