export type Colour = [red: number, green: number, blue: number];

export interface Squares {
  /** Where each row lies, x and y by turns, in the page’s pixels. */
  places: Float64Array;
  /** Pixels of the picture for one of the page. */
  scale: number;
  /** Side of a square in pixels of the picture. */
  side: number;
  colour: Colour;
}

const OPACITY = 0.75;

/** Draws a square for each row into an opaque picture. */
export function drawSquares(
  {data, width, height}: ImageData,
  rows: number[],
  {places, scale, side, colour}: Squares
): void {
  for (const row of rows) {
    const left = Math.round(places[2 * row]! * scale - side / 2);
    const top = Math.round(places[2 * row + 1]! * scale - side / 2);
    for (let y = Math.max(0, top); y < Math.min(height, top + side); y++)
      for (let x = Math.max(0, left); x < Math.min(width, left + side); x++)
        blend(data, 4 * (y * width + x), colour);
  }
}

function blend(data: Uint8ClampedArray, at: number, colour: Colour): void {
  for (let i = 0; i < 3; i++) data[at + i]! += (colour[i]! - data[at + i]!) * OPACITY;
}

/** Returns the red, green and blue of an opaque CSS colour, as the canvas reads it. */
export function colourOf(context: CanvasRenderingContext2D, css: string): Colour {
  context.fillStyle = css;
  const value = Number.parseInt(String(context.fillStyle).slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
