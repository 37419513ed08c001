import * as d3 from "npm:d3";
import {classColors, sextiles} from "./mapClasses.js";
import {moveFocus, type Spot} from "./roamingFocus.js";
import {stateOfFips} from "./stateCodes.js";
import type {Atlas, StateFeature} from "./usAtlas.js";

export interface StateMapOptions {
  width?: number;
  /** From statesAtlas(). */
  atlas: Atlas;
  /** Value by USPS code; a state without one is drawn as empty land. */
  values: Map<string, number>;
  /** What a tip and a screen reader say, such as “12 per 100,000 residents”. */
  format: (value: number) => string;
  /** Upper bounds of all classes but the last; sextiles of the values unless given. */
  thresholds?: number[];
  /** What is said of a state without a value. */
  missing?: string;
  /** The state drawn with a heavy outline. */
  selected?: string | null;
  onSelect?: (state: string) => void;
  /** What the map shows, where its states can be chosen. */
  label?: string;
}

const WIDTH = 975;
const HEIGHT = 672;
const LAND = "var(--color-land)";
const TERRITORIES = ["72", "78", "66", "69", "60"];
/** Below this width in pixels the territories’ boxes are larger, so that their letters can be read. */
const NARROW = 560;

/**
 * Returns a map of the states (Albers equal-area conic, Alaska and Hawaii moved and scaled) with the five
 * territories in boxes of their own, none to scale. Where `onSelect` is given the map is one stop of the tab key,
 * and arrow keys go from state to state.
 */
export function stateMap(options: StateMapOptions): SVGSVGElement {
  const {width = WIDTH, atlas, values, thresholds = sextiles(values.values()), onSelect, selected} = options;
  const inset = width < NARROW ? 112 : 62;
  const height = HEIGHT + inset - 62;
  const fill = d3.scaleThreshold<number, string>(thresholds, classColors(thresholds.length + 1));
  const svg = d3
    .create("svg:svg")
    .attr("viewBox", `0 0 ${WIDTH} ${height}`)
    .attr("width", width)
    .attr("height", (width * height) / WIDTH)
    .attr("class", "state-map");
  const main = d3.geoPath(d3.geoAlbersUsa().scale(1300).translate([487.5, 305]));
  const states = atlas.features.filter(({id}) => !TERRITORIES.includes(String(id)));
  const spots = states.map((state) => draw(svg, state, main, options, fill));
  svg
    .append("path")
    .attr("d", main(atlas.borders))
    .attr("fill", "none")
    .attr("stroke", "var(--color-edge)")
    .attr("pointer-events", "none");
  for (const [i, id] of TERRITORIES.entries()) {
    const state = atlas.features.find((feature) => String(feature.id) === id);
    const [x, y] = [WIDTH - (TERRITORIES.length - i) * (inset + 8), height - inset - 4];
    if (state) spots.push(drawTerritory(svg, state, {x, y, inset}, options, fill));
  }
  if (onSelect) {
    const hint = "Arrow keys move between states, Enter opens one. The same numbers are in the table.";
    svg.attr("role", "group").attr("aria-label", [options.label, hint].filter(Boolean).join(". "));
    moveFocus(
      spots.filter((spot) => spot !== null),
      onSelect,
      selected ?? null
    );
  }
  return svg.node() as SVGSVGElement;
}

type Fill = d3.ScaleThreshold<number, string>;
type Parent = d3.Selection<d3.BaseType, undefined, null, undefined>;

function draw(
  parent: unknown,
  state: StateFeature,
  path: d3.GeoPath,
  options: StateMapOptions,
  fill: Fill
): Spot | null {
  const entry = stateOfFips(String(state.id));
  const outline = path(state);
  if (!entry || !outline) return null;
  const {values, format, missing = "none", selected, onSelect} = options;
  const value = values.get(entry.state);
  const label = `${entry.name}: ${value === undefined ? missing : format(value)}`;
  const shape = (parent as Parent)
    .append("path")
    .attr("d", outline)
    .attr("fill", value === undefined ? LAND : fill(value))
    .attr("stroke", entry.state === selected ? "var(--color-highlight)" : null)
    .attr("stroke-width", entry.state === selected ? 4 : null);
  shape.append("title").text(label);
  if (onSelect)
    shape
      .attr("class", "map-area")
      .attr("role", "button")
      .attr("aria-label", label)
      .attr("aria-pressed", String(entry.state === selected));
  const [x, y] = path.centroid(state);
  return {id: entry.state, x, y, element: shape.node() as unknown as SVGElement};
}

/** Draws a territory in a box, all of which can be pressed: islands alone are too small to be hit, and to be seen. */
function drawTerritory(
  parent: unknown,
  state: StateFeature,
  {x, y, inset}: {x: number; y: number; inset: number},
  options: StateMapOptions,
  fill: Fill
): Spot | null {
  const box = (parent as Parent).append("g").attr("transform", `translate(${x},${y})`);
  const frame = box
    .append("rect")
    .attr("width", inset)
    .attr("height", inset)
    .attr("fill", "transparent")
    .attr("stroke", "var(--theme-foreground-faint)");
  const letters = 0.21 * inset;
  const extent: [[number, number], [number, number]] = [
    [8, 8],
    [inset - 8, inset - letters - 10]
  ];
  const path = d3.geoPath(d3.geoMercator().fitExtent(extent, state));
  // Pale islands would not be seen without an outline.
  box
    .append("path")
    .attr("d", path(state))
    .attr("stroke", "var(--theme-foreground-faint)")
    .attr("stroke-width", inset / 16 + 1.5)
    .attr("stroke-linejoin", "round");
  const spot = draw(box, state, path, options, fill);
  const {state: code} = stateOfFips(String(state.id))!;
  box
    .append("text")
    .attr("x", inset / 2)
    .attr("y", inset - 6)
    .attr("text-anchor", "middle")
    .attr("font-size", letters)
    .attr("fill", "currentColor")
    .text(code);
  if (!spot) return null;
  const {element} = spot;
  if (!element.getAttribute("stroke")) {
    element.setAttribute("stroke", element.getAttribute("fill")!);
    element.setAttribute("stroke-width", String(inset / 16));
    element.setAttribute("stroke-linejoin", "round");
  }
  if (options.onSelect) frame.style("cursor", "pointer").on("click", () => options.onSelect!(code));
  return {...spot, x: x + inset / 2, y: y + inset / 2};
}
