import {html} from "npm:htl";
import type {NetworkPlaces, NetworkTies} from "./networkData.js";
import {moveView, type View} from "./networkView.js";
import {organizationTypes} from "./palette.js";
import {onPaletteChange} from "./paletteChange.js";

export interface CanvasOptions {
  width: number;
  places: NetworkPlaces;
  ties: NetworkTies;
  /** Numbers of the places and ties to draw. */
  shownPlaces: number[];
  shownTies: number[];
  selected: number | null;
  label: string;
  onSelect: (place: number) => void;
}

const SIDE = 10_000;
const MARGIN = 14;

/**
 * Returns a drawing of a state’s network on a canvas, from positions worked out when the site was built; it moves and
 * zooms. What it shows is in the tables, which work by keyboard.
 */
export function networkCanvas(options: CanvasOptions): HTMLElement {
  const {width, places, shownPlaces, label} = options;
  const extent = (values: number[]) => shownPlaces.reduce((most, place) => Math.max(most, values[place]!), 1);
  const height = Math.max(
    220,
    Math.min(700, Math.round((width * extent(places.y)) / Math.max(extent(places.x), SIDE / 3)))
  );
  const canvas = html`<canvas tabindex="0" role="img" aria-label=${label}></canvas>` as HTMLCanvasElement;
  const name = html`<p class="network-name no-print" aria-hidden="true">
    Drag to move; plus, minus, Ctrl and wheel to zoom; 0 for the whole.
  </p>`;
  const density = devicePixelRatio || 1;
  Object.assign(canvas, {width: width * density, height: height * density});
  Object.assign(canvas.style, {width: `${width}px`, height: `${height}px`});
  const fit = Math.min((width - 2 * MARGIN) / extent(places.x), (height - 2 * MARGIN) / extent(places.y));
  const home: View = {scale: fit, left: MARGIN, top: MARGIN};
  let view = home;
  let pending = 0;
  const redraw = () => {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      draw(canvas, view, home, options);
    });
  };
  moveView(canvas, home, {
    onChange(next) {
      view = next;
      redraw();
    },
    onHover(point) {
      const place = point && nearest(point, view, options);
      canvas.style.cursor = place == null ? "grab" : "pointer";
      if (place != null)
        name.textContent = [places.name[place], places.city[place]].filter(Boolean).join(", ");
    },
    onPress(point) {
      const place = nearest(point, view, options);
      if (place != null) options.onSelect(place);
    }
  });
  requestAnimationFrame(() => draw(canvas, view, home, options));
  onPaletteChange(() => draw(canvas, view, home, options));
  return html`<div class="network-canvas">${canvas}${name}</div>`;
}

function draw(canvas: HTMLCanvasElement, view: View, home: View, options: CanvasOptions): void {
  const context = canvas.getContext("2d")!;
  const density = devicePixelRatio || 1;
  const style = getComputedStyle(canvas);
  const colorOf = (variable: string) => style.getPropertyValue(/--[\w-]+/.exec(variable)![0]).trim();
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  drawTies(context, view, options, colorOf("var(--theme-foreground-muted)"));
  const size = Math.min(7, Math.max(1.6, 2.2 * Math.sqrt(view.scale / home.scale)));
  const {places, shownPlaces, selected} = options;
  for (const {type, color} of organizationTypes) {
    context.fillStyle = colorOf(color);
    context.beginPath();
    for (const place of shownPlaces) {
      if (places.organization_type[place] !== type) continue;
      const [x, y] = [places.x[place]! * view.scale + view.left, places.y[place]! * view.scale + view.top];
      const radius = type === "treatment_centers" ? size : size * 1.5;
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.fill();
  }
  if (selected === null) return;
  context.strokeStyle = colorOf("var(--color-highlight)");
  context.lineWidth = 3;
  context.beginPath();
  context.arc(
    places.x[selected]! * view.scale + view.left,
    places.y[selected]! * view.scale + view.top,
    size + 6,
    0,
    7
  );
  context.stroke();
}

function drawTies(
  context: CanvasRenderingContext2D,
  {scale, left, top}: View,
  {places: {x, y}, ties: {place_1, place_2}, shownTies}: CanvasOptions,
  color: string
): void {
  context.strokeStyle = color;
  context.globalAlpha = Math.max(0.08, Math.min(0.5, 900 / (shownTies.length + 1)));
  context.lineWidth = 0.7;
  context.beginPath();
  for (const tie of shownTies) {
    const [a, b] = [place_1[tie]!, place_2[tie]!];
    context.moveTo(x[a]! * scale + left, y[a]! * scale + top);
    context.lineTo(x[b]! * scale + left, y[b]! * scale + top);
  }
  context.stroke();
  context.globalAlpha = 1;
}

function nearest(
  [px, py]: [number, number],
  {scale, left, top}: View,
  {places, shownPlaces}: CanvasOptions
): number | null {
  let best: number | null = null;
  let least = 10 ** 2;
  for (const place of shownPlaces) {
    const distance = (places.x[place]! * scale + left - px) ** 2 + (places.y[place]! * scale + top - py) ** 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
