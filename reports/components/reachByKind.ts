import * as Plot from "npm:@observablehq/plot";
import {inSentence} from "./coverageMeasures.js";
import {listed} from "./coverageUnplaced.js";
import {formatShare} from "./formats.js";
import {color} from "./palette.js";

/** How large a share of the residents of a place, and of the nation, live far from a kind of help; null if not known. */
export interface KindReach {
  kindName: string;
  share_beyond_near: number | null;
  nation_near: number | null;
}

interface Reach {
  kindName: string;
  here: number;
  nation: number;
}

/** Returns the kinds of which both shares are known, the farthest from most people first. */
export function knownReach(rows: KindReach[]): Reach[] {
  return rows
    .flatMap(({kindName, share_beyond_near: here, nation_near: nation}) =>
      here == null || nation == null ? [] : [{kindName, here, nation}]
    )
    .sort((a, b) => b.here - a.here || b.nation - a.nation);
}

/** Names what is farthest from most people: all kinds whose share reads the same as the largest, or how many they are. */
export function farthestKinds(reach: Reach[]): string {
  const farthest = reach.filter((d) => formatShare(d.here) === formatShare(reach[0]?.here));
  return farthest.length > 3
    ? `${farthest.length} kinds of help alike`
    : listed(farthest.map((d) => inSentence(d.kindName)));
}

/**
 * Draws, for each kind of help, the share of a place’s residents that is far from it as a dot and the nation’s as a
 * tick, joined by a line. The row in which they lie farthest apart says which is which.
 */
export function reachByKind(rows: KindReach[], {name, width}: {name: string; width: number}): Node {
  const reach = knownReach(rows);
  const isNarrow = width < 560;
  const gap = (d: Reach) => Math.abs(d.here - d.nation);
  const telling = reach.filter((d) => gap(d) === Math.max(...reach.map(gap)));
  const isBefore = (d: Reach) => d.here < d.nation;
  const isLeft = (d: Reach) => isBefore(d) && d.here > 0.15;
  const row = {y: "kindName"} as const;
  const named = {...row, dy: 15, fill: "var(--theme-foreground-muted)"};
  return Plot.plot({
    width,
    height: 64 + (isNarrow ? 52 : 34) * reach.length,
    marginLeft: isNarrow ? 12 : 245,
    marginRight: 64,
    marginTop: 12,
    marginBottom: 40,
    x: {
      domain: [0, 1],
      percent: false,
      label: "share of residents →",
      tickFormat: "~%",
      ticks: isNarrow ? 3 : 6,
      grid: true
    },
    y: {label: null, domain: reach.map((d) => d.kindName), axis: isNarrow ? null : "left", tickSize: 0},
    marks: [
      Plot.ruleY(reach, {...row, x1: "nation", x2: "here", stroke: color.quiet, strokeWidth: 2}),
      Plot.tickX(reach, {
        ...row,
        x: "nation",
        stroke: color.highlight,
        strokeWidth: 3,
        inset: isNarrow ? 15 : 9
      }),
      Plot.dot(reach, {...row, x: "here", fill: color.mark, r: 6}),
      ...[true, false].map((left) =>
        Plot.text(
          reach.filter((d) => isLeft(d) === left),
          {
            ...row,
            x: (d: Reach) => (left ? d.here : Math.max(d.here, d.nation)),
            text: (d: Reach) => formatShare(d.here),
            dx: left ? -10 : 10,
            textAnchor: left ? "end" : "start",
            fill: "currentColor"
          }
        )
      ),
      ...telling.slice(0, 1).flatMap((d) => [
        Plot.text([d], {...named, x: "here", text: () => name, textAnchor: anchor(d.here, isBefore(d))}),
        Plot.text([d], {
          ...named,
          x: "nation",
          text: () => "Nation",
          textAnchor: anchor(d.nation, !isBefore(d))
        })
      ]),
      ...(isNarrow
        ? [
            Plot.text(reach, {
              ...row,
              text: "kindName",
              frameAnchor: "left",
              textAnchor: "start",
              dy: -17,
              fill: "currentColor"
            })
          ]
        : [])
    ]
  });
}

/** Which end of a word stands at a share: words lead away from one another, but not out of the picture. */
function anchor(share: number, isLeft: boolean): "start" | "end" {
  return (isLeft && share > 0.2) || share > 0.8 ? "end" : "start";
}
