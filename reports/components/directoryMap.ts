import * as d3 from "npm:d3";
import type {Listing} from "./directory.js";
import {type MapArea, mapProjection} from "./mapProjection.js";
import {organizationTypes} from "./palette.js";
import {onPaletteChange} from "./paletteChange.js";
import {type Colour, colourOf, drawSquares} from "./pointPixels.js";
import type {Match} from "./searchDirectory.js";
import type {Atlas} from "./usAtlas.js";

export interface MapView extends MapArea {
  matches: Match[];
  /** Row of the listing that is marked. */
  selected?: number | undefined;
}

interface Ground {
  land: HTMLCanvasElement;
  pixels: ImageData;
  projection: d3.GeoProjection;
  /** Pixels of each listing, x and y by turns: NaN until it is projected, infinite for one that is not on this map. */
  places: Float64Array;
}

const ASPECT = 0.62;
const HIT_PIXELS = 14;
/** More points than this are small squares, written as pixels: forty thousand shapes would take a canvas 200 ms. */
const MANY = 500;
/** The country and the last few states or circles; going back to one of them is then quick. */
const GROUNDS_KEPT = 4;

/**
 * A map of listings on a canvas, coloured by type: the country, or the state or circle that the view names.
 * The list beside it says the same in words. `onPick` gets the row nearest to a click.
 */
export class DirectoryMap {
  readonly element: HTMLCanvasElement;
  /** How many of the last view’s matches have no place on this map. */
  missing = 0;
  #listings: Listing[] = [];
  #types = new Uint8Array();
  #view: MapView = {matches: []};
  readonly #grounds = new Map<string, Ground>();

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
    onPaletteChange(() => this.show(this.#view));
    new ResizeObserver(() => this.show(this.#view)).observe(this.element);
  }

  set listings(listings: Listing[]) {
    this.#listings = listings;
    this.#types = Uint8Array.from(listings, ({organization_type}) =>
      organizationTypes.findIndex(({type}) => type === organization_type)
    );
    this.#grounds.clear();
  }

  show(view: MapView): void {
    this.#view = view;
    const width = this.element.clientWidth;
    if (width === 0) return;
    const height = Math.round(width * ASPECT);
    const style = getComputedStyle(this.element);
    const css = (name: string) => style.getPropertyValue(name);
    const ground = this.#ground(width, height, css);
    const shown = this.#place(view.matches, ground);
    this.missing = view.matches.length - shown.length;
    const context = freshContext(this.element, width, height);
    if (shown.length > MANY) this.#drawMany(context, ground, shown, css);
    else this.#drawFew(context, ground, shown, css);
    this.#drawSelected(context, ground, css);
    this.element.setAttribute("aria-label", `Map of ${shown.length} of the organizations listed`);
  }

  /** Returns the land of a view, which typing does not change, and where on it listings fall. */
  #ground(width: number, height: number, css: (name: string) => string): Ground {
    const {state, near} = this.#view;
    const key = JSON.stringify([width, devicePixelRatio, state, near, css("--color-land")]);
    const ground = this.#grounds.get(key) ?? this.#drawGround(width, height, css);
    this.#grounds.delete(key);
    this.#grounds.set(key, ground);
    for (const old of [...this.#grounds.keys()].slice(0, -GROUNDS_KEPT)) this.#grounds.delete(old);
    return ground;
  }

  #drawGround(width: number, height: number, css: (name: string) => string): Ground {
    const projection = mapProjection(this.atlas, this.#view, {width, height});
    const land = document.createElement("canvas");
    const context = freshContext(land, width, height);
    const path = d3.geoPath(projection, context);
    context.fillStyle = css("--theme-background");
    context.fillRect(0, 0, width, height);
    context.beginPath();
    for (const feature of this.atlas.features) path(feature);
    context.fillStyle = css("--color-land");
    context.fill();
    context.beginPath();
    path(this.atlas.borders);
    context.strokeStyle = css("--theme-foreground-fainter");
    context.stroke();
    const pixels = context.getImageData(0, 0, land.width, land.height);
    return {land, pixels, projection, places: new Float64Array(2 * this.#listings.length).fill(NaN)};
  }

  /** Projects the matches that are not yet, and returns the rows of those that lie on this map. */
  #place(matches: Match[], {places, projection}: Ground): number[] {
    const shown: number[] = [];
    for (const {row} of matches) {
      if (Number.isNaN(places[2 * row]!)) {
        const [x, y] = placeOf(this.#listings[row]!, projection) ?? [Infinity, Infinity];
        places[2 * row] = x;
        places[2 * row + 1] = y;
      }
      if (places[2 * row] !== Infinity) shown.push(row);
    }
    return shown;
  }

  #drawMany(
    context: CanvasRenderingContext2D,
    {pixels, places}: Ground,
    rows: number[],
    css: (name: string) => string
  ): void {
    const colours = organizationTypes.map(({color}): Colour => colourOf(context, css(color.slice(4, -1))));
    const side = Math.max(1, Math.round((rows.length > 5000 ? 2.4 : 4) * devicePixelRatio));
    const drawn = new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height);
    for (const [type, colour] of colours.entries()) {
      const ofType = rows.filter((row) => this.#types[row] === type);
      drawSquares(drawn, ofType, {places, scale: devicePixelRatio, side, colour});
    }
    context.putImageData(drawn, 0, 0);
  }

  #drawFew(
    context: CanvasRenderingContext2D,
    {land, places}: Ground,
    rows: number[],
    css: (name: string) => string
  ): void {
    context.drawImage(land, 0, 0, land.width / devicePixelRatio, land.height / devicePixelRatio);
    context.globalAlpha = 0.9;
    for (const [type, {color}] of organizationTypes.entries()) {
      context.fillStyle = css(color.slice(4, -1));
      for (const row of rows.filter((candidate) => this.#types[candidate] === type)) {
        context.beginPath();
        context.arc(places[2 * row]!, places[2 * row + 1]!, 4, 0, 2 * Math.PI);
        context.fill();
      }
    }
    context.globalAlpha = 1;
  }

  #drawSelected(context: CanvasRenderingContext2D, {places}: Ground, css: (name: string) => string): void {
    const {selected, matches} = this.#view;
    if (selected === undefined || !matches.some(({row}) => row === selected)) return;
    if (places[2 * selected] === Infinity) return;
    context.beginPath();
    context.arc(places[2 * selected]!, places[2 * selected + 1]!, 9, 0, 2 * Math.PI);
    context.strokeStyle = css("--theme-foreground");
    context.lineWidth = 3;
    context.stroke();
  }

  #nearest(x: number, y: number): number | undefined {
    const {places} = [...this.#grounds.values()].at(-1)!;
    const distance = ({row}: Match) => Math.hypot(places[2 * row]! - x, places[2 * row + 1]! - y);
    const near = d3.least(this.#view.matches, distance);
    return near && distance(near) <= HIT_PIXELS ? near.row : undefined;
  }
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
