import * as d3 from "npm:d3";
import {formatCount} from "./formats.js";
import type {Atlas} from "./usAtlas.js";

export interface Community {
  community: number;
  name: string;
  state: string | null;
  place_count: number;
  longitude: number;
  latitude: number;
}

/** The ties between two communities. */
export interface CommunityLink {
  community_1: number;
  community_2: number;
  tie_count: number;
}

export interface NationOptions {
  width: number;
  atlas: Atlas;
  communities: Community[];
  links: CommunityLink[];
  onSelect: (community: Community) => void;
}

/**
 * Returns a map of the communities of the network: a circle at the middle of each, its area the number of places, and
 * lines between communities that share ties. For the mouse; the table below it holds the same for the keyboard.
 */
export function networkNation({width, atlas, communities, links, onSelect}: NationOptions): SVGSVGElement {
  const height = Math.round(width * 0.62);
  const projection = d3.geoAlbersUsa().fitSize([width, height], {
    type: "FeatureCollection",
    features: atlas.features.filter(({id}) => Number(id) < 57)
  });
  const path = d3.geoPath(projection);
  const largest = d3.max(communities, (d) => d.place_count) ?? 1;
  const radius = d3.scaleSqrt([0, largest], [0, Math.max(12, width / 42)]);
  const at = new Map(communities.map((d) => [d.community, projection([d.longitude, d.latitude])]));
  const svg = d3
    .create("svg:svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("class", "network-nation");
  svg
    .append("path")
    .attr("d", path({type: "FeatureCollection", features: atlas.features}))
    .attr("fill", "var(--color-land)");
  svg.append("path").attr("d", path(atlas.borders)).attr("fill", "none").attr("stroke", "var(--color-edge)");
  svg
    .append("g")
    .attr("stroke", "var(--theme-foreground-muted)")
    .attr("stroke-linecap", "round")
    .selectAll("line")
    .data(links.filter((d) => at.get(d.community_1) && at.get(d.community_2)))
    .join("line")
    .attr("stroke-width", (d) => Math.min(5, 0.6 + Math.sqrt(d.tie_count) / 3))
    .attr("x1", (d) => at.get(d.community_1)![0])
    .attr("y1", (d) => at.get(d.community_1)![1])
    .attr("x2", (d) => at.get(d.community_2)![0])
    .attr("y2", (d) => at.get(d.community_2)![1]);
  svg
    .append("g")
    .selectAll("circle")
    .data(d3.sort(communities, (d) => -d.place_count).filter((d) => at.get(d.community)))
    .join("circle")
    .attr("class", "network-community")
    .attr("cx", (d) => at.get(d.community)![0])
    .attr("cy", (d) => at.get(d.community)![1])
    .attr("r", (d) => Math.max(1.5, radius(d.place_count)))
    .on("click", (_, d) => onSelect(d))
    .append("title")
    .text((d) => `${d.name}: ${d.place_count} places`);
  drawSizes(svg, {width, height}, largest, radius);
  return svg.node() as SVGSVGElement;
}

/** Draws what sizes of circles mean, in the Gulf of Mexico. */
function drawSizes(
  svg: unknown,
  {width, height}: {width: number; height: number},
  largest: number,
  radius: (places: number) => number
): void {
  const most = Number(largest.toPrecision(1));
  const outer = radius(most);
  const key = (svg as d3.Selection<d3.BaseType, undefined, null, undefined>)
    .append("g")
    .attr("transform", `translate(${0.63 * width},${height - 6})`)
    .attr("font-size", 11)
    .attr("fill", "currentColor");
  for (const size of new Set([most, Math.ceil(most / 4)])) {
    const r = radius(size);
    key.append("circle").attr("cy", -r).attr("r", r).attr("fill", "none").attr("stroke", "currentColor");
    key
      .append("text")
      .attr("x", outer + 5)
      .attr("y", 4 - 2 * r)
      .text(size === most ? `${formatCount(size)} places` : formatCount(size));
  }
}
