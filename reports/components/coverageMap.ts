import type {Feature, Geometry} from "geojson";
import * as d3 from "npm:d3";
import {moveFocus, type Spot} from "./roamingFocus.js";
import {classColors} from "./mapClasses.js";

export interface AreaOnMap {
  id: string;
  name: string;
  /** Null is drawn as empty land. */
  value: number | null;
  /** Residents; the size of the circle where the map is scaled by population. */
  people: number;
}

export interface CoverageMapOptions {
  width: number;
  features: Feature<Geometry, {name: string}>[];
  areas: Map<string, AreaOnMap>;
  format: (value: number) => string;
  thresholds: number[];
  /** Draw circles as large as their population in place of the land. */
  isByPeople?: boolean;
  selected?: string | null;
  onSelect?: (id: string) => void;
  label: string;
}

const ASPECT = 0.64;

/**
 * Returns a map of areas as land (Albers equal-area conic; Alaska and Hawaii moved and scaled) or as circles
 * whose area is the number of residents, moved apart until none overlap. One tab stop: arrow keys go to the
 * next area in their direction, Enter or a click selects it. Fits whatever features it is given.
 */
export function coverageMap(options: CoverageMapOptions): SVGSVGElement {
  const {width, features, thresholds, label, areas} = options;
  const height = Math.round(width * ASPECT);
  const path = d3.geoPath(
    projectionFor(features, {width, height, margin: options.isByPeople ? 0.06 * width : 4})
  );
  const fill = d3.scaleThreshold<number, string>(thresholds, classColors(thresholds.length + 1));
  const svg = d3
    .create("svg:svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("class", "coverage-map")
    .attr("role", "group")
    .attr(
      "aria-label",
      `${label}. Arrow keys move between areas, Enter opens one. The same numbers are in the table.`
    );
  const shown = features.filter(({id}) => areas.has(String(id)) && path(features.find((d) => d.id === id)!));
  const spots = options.isByPeople
    ? circles(svg, shown, {path, fill, options, height})
    : land(svg, shown, {path, fill, options, height});
  if (options.onSelect) moveFocus(spots, options.onSelect, options.selected ?? null);
  return svg.node() as SVGSVGElement;
}

interface Drawing {
  path: d3.GeoPath;
  fill: (value: number) => string;
  options: CoverageMapOptions;
  height: number;
}

type Svg = d3.Selection<d3.BaseType, undefined, null, undefined>;

function projectionFor(
  features: Feature[],
  {width, height, margin}: {width: number; height: number; margin: number}
): d3.GeoProjection {
  const collection = {type: "FeatureCollection" as const, features};
  const box: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin]
  ];
  const states = new Set(features.map(({id}) => String(id).slice(0, 2)));
  if (states.size > 1) return d3.geoAlbersUsa().fitExtent(box, collection);
  const [lon, lat] = d3.geoCentroid(collection);
  return d3
    .geoConicEqualArea()
    .parallels([lat - 2, lat + 2.5])
    .rotate([-lon, 0])
    .fitExtent(box, collection);
}

function land(svg: unknown, shown: Feature[], drawing: Drawing): Spot[] {
  const {path, options} = drawing;
  return shown.map((feature) => {
    const area = options.areas.get(String(feature.id))!;
    const [x, y] = path.centroid(feature);
    const shape = (svg as Svg).append("path").attr("d", path(feature)).attr("class", "map-area");
    return finish(shape, {id: area.id, x, y}, drawing);
  });
}

interface Circle extends d3.SimulationNodeDatum {
  id: string;
  r: number;
  homeX: number;
  homeY: number;
}

function circles(svg: unknown, shown: Feature[], drawing: Drawing): Spot[] {
  const {path, options, height} = drawing;
  const total = d3.sum(shown, (feature) => options.areas.get(String(feature.id))!.people);
  const scale = Math.sqrt((0.3 * options.width * height) / Math.PI / Math.max(1, total));
  const nodes = shown.map((feature): Circle => {
    const [x, y] = path.centroid(feature);
    const {id, people} = options.areas.get(String(feature.id))!;
    return {id, x, y, homeX: x, homeY: y, r: Math.max(1, scale * Math.sqrt(people))};
  });
  d3.forceSimulation(nodes)
    .force("x", d3.forceX<Circle>((node) => node.homeX).strength(0.3))
    .force("y", d3.forceY<Circle>((node) => node.homeY).strength(0.3))
    .force(
      "apart",
      d3.forceCollide<Circle>((node) => node.r + 0.3)
    )
    .stop()
    .tick(nodes.length > 500 ? 40 : 140);
  return nodes.map((node) => {
    const shape = (svg as Svg)
      .append("circle")
      .attr("cx", node.x!)
      .attr("cy", node.y!)
      .attr("r", node.r)
      .attr("class", "map-area");
    return finish(shape, {id: node.id, x: node.x!, y: node.y!}, drawing);
  });
}

function finish(shape: unknown, spot: Omit<Spot, "element">, {fill, options}: Drawing): Spot {
  const {name, value} = options.areas.get(spot.id)!;
  const says = `${name}: ${value == null ? "not known" : options.format(value)}`;
  const selection = shape as Svg;
  selection
    .attr("fill", value == null ? "var(--color-land)" : fill(value))
    .classed("is-selected", spot.id === options.selected);
  selection.append("title").text(says);
  if (options.onSelect) selection.attr("role", "button").attr("aria-label", says);
  return {...spot, element: selection.node() as SVGElement};
}
