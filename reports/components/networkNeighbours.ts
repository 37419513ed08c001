import * as d3 from "npm:d3";
import {organizationTypes, typeName} from "./palette.js";

export interface Neighbour {
  place: number;
  name: string;
  organization_type: string;
  score: number;
  distance_km: number;
  /** Direction as seen on the ground, radians clockwise from north. */
  bearing: number;
}

/**
 * Returns one place’s own network: each neighbour in its direction on the ground, farther out the farther away it is
 * (square root), the line as thick as the score. Lines are dashed, since nobody has seen a referral along them.
 */
export function networkNeighbours(
  neighbours: Neighbour[],
  {width, name}: {width: number; name: string}
): SVGSVGElement {
  const side = Math.min(width, 560);
  const middle = side / 2;
  const farthest = d3.max(neighbours, (d) => d.distance_km) ?? 1;
  const reach = d3.scaleSqrt([0, Math.max(farthest, 0.5)], [26, middle - 24]);
  const spots = spread(neighbours).map((d) => ({
    ...d,
    x: middle + reach(d.distance_km) * Math.sin(d.angle),
    y: middle - reach(d.distance_km) * Math.cos(d.angle)
  }));
  const svg = d3
    .create("svg:svg")
    .attr("viewBox", `0 0 ${side} ${side}`)
    .attr("width", side)
    .attr("height", side);
  for (const km of reach.ticks(4).filter((d) => d > 0 && d <= farthest)) {
    svg
      .append("circle")
      .attr("cx", middle)
      .attr("cy", middle)
      .attr("r", reach(km))
      .attr("fill", "none")
      .attr("stroke", "var(--theme-foreground-faintest)");
    svg
      .append("text")
      .attr("x", middle + 3)
      .attr("y", middle - reach(km) - 3)
      .attr("font-size", 11)
      .attr("fill", "var(--theme-foreground-muted)")
      .text(`${km} km`);
  }
  svg
    .append("g")
    .selectAll("line")
    .data(spots)
    .join("line")
    .attr("x1", (d) => middle + 20 * Math.sin(d.angle))
    .attr("y1", (d) => middle - 20 * Math.cos(d.angle))
    .attr("x2", (d) => d.x)
    .attr("y2", (d) => d.y)
    .attr("stroke", "var(--color-mark)")
    .attr("stroke-dasharray", "4 3")
    .attr("stroke-width", (d) => 0.4 + 3 * d.score ** 2);
  svg
    .append("g")
    .selectAll("circle")
    .data(spots)
    .join("circle")
    .attr("cx", (d) => d.x)
    .attr("cy", (d) => d.y)
    .attr("r", 7)
    .attr(
      "fill",
      (d) => organizationTypes.find(({type}) => type === d.organization_type)?.color ?? "var(--color-quiet)"
    )
    .append("title")
    .text(
      (d) => `${d.name} (${typeName(d.organization_type)}), score ${d.score.toFixed(3)}, ${d.distance_km} km`
    );
  svg
    .append("circle")
    .attr("cx", middle)
    .attr("cy", middle)
    .attr("r", 9)
    .attr("fill", "var(--color-highlight)")
    .append("title")
    .text(name);
  return svg.node() as SVGSVGElement;
}

/** Turns neighbours that lie in the same direction apart. */
function spread(neighbours: Neighbour[]): Array<Neighbour & {angle: number}> {
  const gap = Math.min(0.22, (2 * Math.PI) / Math.max(1, neighbours.length));
  let last = -Infinity;
  return d3
    .sort(neighbours, (d) => d.bearing)
    .map((d) => {
      last = Math.max(d.bearing, last + gap);
      return {...d, angle: last};
    });
}
