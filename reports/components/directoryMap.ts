import * as d3 from "npm:d3";
import type {Listing} from "./directory.js";
import {organizationTypes} from "./palette.js";
import type {Match} from "./searchDirectory.js";
import {stateOfFips} from "./stateCodes.js";
import type {Atlas} from "./usAtlas.js";

export interface MapView {
  matches: Match[];
  /** USPS code of the state that fills the map. */
  state?: string | undefined;
  /** The circle that fills the map. */
  near?: {latitude: number; longitude: number; miles: number} | undefined;
  /** Row of the listing that is marked. */
  selected?: number | undefined;
}

interface Ground {
  key: string;
  land: HTMLCanvasElement;
  projection: d3.GeoProjection;
  /** Pixels of a listing by its row; null for one that has no place on this map. */
  places: Map<number, [number, number] | null>;
}

const ASPECT = 0.62;
const PADDING = 12;
const HIT_PIXELS = 14;
/** More points than this are small squares: a canvas fills those a hundred times faster than circles. */
const MANY = 500;
const DEGREES_PER_MILE = 1 / 69.05;

/**
 * A map of listings on a canvas, coloured by type: the country, or the state or circle that the view names.
 * The list beside it says the same in words. `onPick` gets the row nearest to a click.
 */
export class DirectoryMap {
  readonly element: HTMLCanvasElement;
  /** How many of the last view’s matches have no place on this map. */
  missing = 0;
  listings: Listing[] = [];
  #points: {row: number; x: number; y: number}[] = [];
  #view: MapView = {matches: []};
  #ground: Ground | undefined;

  constructor(
    private readonly atlas: Atlas,
    onPick: (row: number) => void
  ) {
    this.element = document.createElement("canvas");
    this.element.className = "directory-map";
    this.element.setAttribute("role", "img");
    this.element.addEventListener("click", (event) => {
      const row = this.#nearest(event.offsetX, event.offsetY);
      if (row !== undefined) onPick(row);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.show(this.#view));
    new ResizeObserver(() => this.show(this.#view)).observe(this.element);
  }

  show(view: MapView): void {
    this.#view = view;
    const width = this.element.clientWidth;
    if (width === 0) return;
    const height = Math.round(width * ASPECT);
    const context = freshContext(this.element, width, height);
    const style = getComputedStyle(this.element);
    const css = (name: string) => style.getPropertyValue(name);
    const key = JSON.stringify([width, devicePixelRatio, view.state, view.near, css("--color-land")]);
    if (this.#ground?.key !== key) this.#ground = this.#drawGround(key, width, height, css);
    context.drawImage(this.#ground.land, 0, 0, width, height);
    this.#drawPoints(context, this.#ground, css);
    this.element.setAttribute("aria-label", `Map of ${this.#points.length} of the organizations listed`);
  }

  /** Draws the land, and notes where on it each listing falls once that is known: typing changes neither. */
  #drawGround(key: string, width: number, height: number, css: (name: string) => string): Ground {
    const projection = this.#projection(this.#view, width, height);
    const land = document.createElement("canvas");
    const context = freshContext(land, width, height);
    const path = d3.geoPath(projection, context);
    context.beginPath();
    for (const feature of this.atlas.features) path(feature);
    context.fillStyle = css("--color-land");
    context.fill();
    context.beginPath();
    path(this.atlas.borders);
    context.strokeStyle = css("--theme-foreground-fainter");
    context.stroke();
    return {key, land, projection, places: new Map()};
  }

  #drawPoints(
    context: CanvasRenderingContext2D,
    {projection, places}: Ground,
    css: (name: string) => string
  ): void {
    const {matches, selected} = this.#view;
    this.#points = [];
    for (const {row} of matches) {
      if (!places.has(row)) places.set(row, placeOf(this.listings[row]!, projection));
      const place = places.get(row);
      if (place) this.#points.push({row, x: place[0], y: place[1]});
    }
    this.missing = matches.length - this.#points.length;
    const radius = this.#points.length > 5000 ? 1.2 : this.#points.length > MANY ? 2 : 4;
    context.globalAlpha = this.#points.length > MANY ? 0.75 : 0.9;
    for (const {type, color} of organizationTypes) {
      context.fillStyle = css(color.slice(4, -1));
      for (const {row, x, y} of this.#points)
        if (this.listings[row]!.organization_type === type) drawPoint(context, x, y, radius);
    }
    context.globalAlpha = 1;
    const mark = this.#points.find(({row}) => row === selected);
    if (!mark) return;
    context.beginPath();
    context.arc(mark.x, mark.y, 9, 0, 2 * Math.PI);
    context.strokeStyle = css("--theme-foreground");
    context.lineWidth = 3;
    context.stroke();
  }

  #projection({state, near}: MapView, width: number, height: number): d3.GeoProjection {
    const extent: [[number, number], [number, number]] = [
      [PADDING, PADDING],
      [width - PADDING, height - PADDING]
    ];
    if (near) {
      const circle = d3
        .geoCircle()
        .center([near.longitude, near.latitude])
        .radius(near.miles * DEGREES_PER_MILE)();
      return magnified().fitExtent(extent, circle);
    }
    const feature = this.atlas.features.find(({id}) => stateOfFips(String(id))?.state === state);
    // Alaska lies on both sides of the date line.
    if (feature)
      return magnified()
        .rotate(state === "AK" ? [154, 0] : [0, 0])
        .fitExtent(extent, feature);
    return d3.geoAlbersUsa().fitExtent(extent, {type: "FeatureCollection", features: this.atlas.features});
  }

  #nearest(x: number, y: number): number | undefined {
    const near = d3.least(this.#points, (point) => Math.hypot(point.x - x, point.y - y));
    return near && Math.hypot(near.x - x, near.y - y) <= HIT_PIXELS ? near.row : undefined;
  }
}

function drawPoint(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  if (radius < 3) return context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Resampling along great circles would turn the far side of a magnified map into millions of points. */
function magnified(): d3.GeoProjection {
  return d3.geoMercator().precision(0);
}

function placeOf({longitude, latitude}: Listing, projection: d3.GeoProjection): [number, number] | null {
  return longitude === null || latitude === null ? null : projection([longitude, latitude]);
}

function freshContext(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  const context = canvas.getContext("2d")!;
  context.scale(devicePixelRatio, devicePixelRatio);
  return context;
}
