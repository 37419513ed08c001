import * as d3 from "npm:d3";
import {ramp} from "./palette.js";
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
  /** The state drawn with a heavy outline. */
  selected?: string | null;
  onSelect?: (state: string) => void;
}

const WIDTH = 975;
const HEIGHT = 672;
const LAND = "var(--color-land)";
const TERRITORIES = ["72", "78", "66", "69", "60"];
const INSET = 62;

/** Returns the class limits of a map: the values’ quantiles, as many as colours of the ramp allow. */
export function sextiles(values: Iterable<number>): number[] {
  const scale = d3.scaleQuantile<number>([...values], d3.range(ramp.length));
  return [...new Set(scale.quantiles())];
}

/**
 * Returns a map of the states (Albers equal-area conic, Alaska and Hawaii moved and scaled) with the five
 * territories in boxes of their own, none to scale. States are reached by keyboard where `onSelect` is given.
 */
export function stateMap(options: StateMapOptions): SVGSVGElement {
  const {width = WIDTH, atlas, values, thresholds = sextiles(values.values())} = options;
  const fill = d3.scaleThreshold<number, string>(thresholds, classColors(thresholds.length + 1));
  const svg = d3
    .create("svg:svg")
    .attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`)
    .attr("width", width)
    .attr("height", (width * HEIGHT) / WIDTH)
    .attr("class", "state-map");
  const main = d3.geoPath(d3.geoAlbersUsa().scale(1300).translate([487.5, 305]));
  const shapes: [StateFeature, string | null][] = atlas.features
    .filter(({id}) => !TERRITORIES.includes(String(id)))
    .map((state) => [state, main(state)]);
  for (const [state, path] of shapes) draw(svg, state, path, options, fill);
  svg.append("path").attr("d", main(atlas.borders)).attr("fill", "none").attr("stroke", "var(--color-edge)");
  for (const [i, id] of TERRITORIES.entries()) drawTerritory(svg, i, id, options, fill);
  return svg.node() as SVGSVGElement;
}

/** Returns the legend’s entries of a map: one colour and range for each class. */
export function mapClasses(
  thresholds: number[],
  format: (value: number) => string
): {label: string; color: string}[] {
  const colors = classColors(thresholds.length + 1);
  return colors.map((color, i) => {
    if (thresholds.length === 0) return {color, label: "all"};
    if (i === 0) return {color, label: `below ${format(thresholds[0]!)}`};
    if (i === thresholds.length) return {color, label: `${format(thresholds[i - 1]!)} and more`};
    return {color, label: `${format(thresholds[i - 1]!)} to ${format(thresholds[i]!)}`};
  });
}

type Fill = d3.ScaleThreshold<number, string>;
type Parent = d3.Selection<d3.BaseType, undefined, null, undefined>;

function draw(
  parent: unknown,
  state: StateFeature,
  path: string | null,
  options: StateMapOptions,
  fill: Fill
): void {
  const entry = stateOfFips(String(state.id));
  if (!entry || !path) return;
  const {values, format, selected, onSelect} = options;
  const value = values.get(entry.state);
  const label = `${entry.name}: ${value === undefined ? "none" : format(value)}`;
  const shape = (parent as Parent)
    .append("path")
    .attr("d", path)
    .attr("fill", value === undefined ? LAND : fill(value))
    .attr("stroke", entry.state === selected ? "var(--color-highlight)" : null)
    .attr("stroke-width", entry.state === selected ? 4 : null);
  shape.append("title").text(label);
  if (!onSelect) return;
  shape
    .attr("tabindex", 0)
    .attr("role", "button")
    .attr("aria-label", label)
    .attr("aria-pressed", String(entry.state === selected))
    .style("cursor", "pointer")
    .on("click", () => onSelect(entry.state))
    .on("keydown", (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onSelect(entry.state);
    });
}

function drawTerritory(
  parent: unknown,
  place: number,
  id: string,
  options: StateMapOptions,
  fill: Fill
): void {
  const state = options.atlas.features.find((feature) => String(feature.id) === id);
  if (!state) return;
  const x = WIDTH - (TERRITORIES.length - place) * (INSET + 8);
  const y = HEIGHT - INSET - 4;
  const box = (parent as Parent).append("g").attr("transform", `translate(${x},${y})`);
  box
    .append("rect")
    .attr("width", INSET)
    .attr("height", INSET)
    .attr("fill", "none")
    .attr("stroke", "var(--theme-foreground-fainter)");
  const extent: [[number, number], [number, number]] = [
    [6, 6],
    [INSET - 6, INSET - 20]
  ];
  const path = d3.geoPath(d3.geoMercator().fitExtent(extent, state));
  draw(box, state, path(state), options, fill);
  box
    .append("text")
    .attr("x", INSET / 2)
    .attr("y", INSET - 6)
    .attr("text-anchor", "middle")
    .attr("font-size", 13)
    .attr("fill", "currentColor")
    .text(stateOfFips(id)?.state ?? "");
}

function classColors(count: number): string[] {
  return count >= ramp.length ? ramp : ramp.slice(ramp.length - count);
}
