import * as d3 from "npm:d3";
import * as Plot from "npm:@observablehq/plot";
import {formatFigure} from "./benchmarks.js";
import {color} from "./palette.js";

/** The median time of a query, in ms, on a directory of so many organizations. */
export interface SizedTime {
  name: string;
  label: string;
  query_class: string;
  organizations: number;
  p50: number;
}

/** How a query’s median grows from the smallest to the largest directory, as the exponent of a power. */
export interface Growth extends SizedTime {
  from: number;
  to: number;
  from_organizations: number;
  to_organizations: number;
  exponent: number;
}

/** Returns, for each query, its median on the smallest and the largest directory and the exponent between them. */
export function growthRows(sizes: SizedTime[]): Growth[] {
  const counts = sizes.map((d) => d.organizations);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return sizes
    .filter((d) => d.organizations === fewest)
    .flatMap((from) => {
      const to = sizes.find((d) => d.name === from.name && d.organizations === most);
      if (!to || fewest === most) return [];
      const exponent = Math.log(to.p50 / from.p50) / Math.log(most / fewest);
      return [
        {...from, from: from.p50, to: to.p50, from_organizations: fewest, to_organizations: most, exponent}
      ];
    })
    .sort((a, b) => b.exponent - a.exponent);
}

/** Draws the median of each query over the size of the directory, a panel for each class, beside growth in proportion. */
export function growthPlot(sizes: SizedTime[], {width}: {width: number}): Node {
  const classes = [...new Set(sizes.map((d) => d.query_class))];
  const isNarrow = width < 560;
  const panel = isNarrow ? "fy" : "fx";
  const ends = d3.extent(sizes, (d) => d.organizations) as [number, number];
  const steady = classes.flatMap((query_class) => {
    const start = Math.min(...sizes.filter((d) => d.query_class === query_class).map((d) => d.p50));
    return ends.map((organizations) => ({
      query_class,
      organizations,
      p50: (start * organizations) / ends[0]
    }));
  });
  return Plot.plot({
    width,
    height: isNarrow ? 160 * classes.length : 430,
    marginBottom: 42,
    marginLeft: 48,
    marginRight: isNarrow ? 80 : 16,
    x: {type: "log", label: "organizations →", tickFormat: "~s", ticks: isNarrow ? 4 : 2},
    y: {type: "log", label: "↑ ms", grid: true, tickFormat: "~g"},
    [panel]: {domain: classes, label: null},
    marks: [
      Plot.line(steady, {
        x: "organizations",
        y: "p50",
        z: "query_class",
        [panel]: "query_class",
        stroke: color.quiet,
        strokeDasharray: "4 4"
      }),
      Plot.line(sizes, {
        x: "organizations",
        y: "p50",
        z: "label",
        [panel]: "query_class",
        stroke: color.mark
      }),
      Plot.dot(sizes, {
        x: "organizations",
        y: "p50",
        [panel]: "query_class",
        fill: color.mark,
        r: 4,
        title: (d: SizedTime) => `${d.label}\n${formatFigure(d.p50)} ms at ${d.organizations} organizations`,
        tip: true
      })
    ]
  });
}
