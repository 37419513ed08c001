import type {MultiPolygon, Polygon, Position} from "geojson";
import type {Point} from "./greatCircle.js";

/** A county's outline: rings of [longitude, latitude] degrees, holes included. */
export interface CountyShape {
  fips: string;
  geometry: Polygon | MultiPolygon;
}

/** One polygon of a county with its bounding box; flat ring coordinates for speed. */
export interface CountyPart {
  fips: string;
  rings: Float64Array[];
  west: number;
  south: number;
  east: number;
  north: number;
}

/** County polygons by the cells of a degree grid that their bounding boxes touch. */
export interface CountyIndex {
  parts: CountyPart[];
  cells: Map<number, number[]>;
}

const CELLS_PER_DEGREE = 4;
const ROW = 4096;

/** Indexes the counties for countyAt and nearestCounty. */
export function indexCounties(shapes: CountyShape[]): CountyIndex {
  const parts = shapes.flatMap(({fips, geometry}) =>
    polygonsOf(geometry).map((rings) => partOf(fips, rings))
  );
  const cells = new Map<number, number[]>();
  parts.forEach((part, i) => {
    for (const key of cellsOver(part)) {
      const list = cells.get(key);
      if (list) list.push(i);
      else cells.set(key, [i]);
    }
  });
  return {parts, cells};
}

/** Returns the five-digit code of the county that holds the point, or null over water or abroad. */
export function countyAt({parts, cells}: CountyIndex, [lon, lat]: Point): string | null {
  for (const i of cells.get(cellKey(lon, lat)) ?? []) {
    const part = parts[i]!;
    if (lon < part.west || lon > part.east || lat < part.south || lat > part.north) continue;
    if (isInside(part.rings, lon, lat)) return part.fips;
  }
  return null;
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function partOf(fips: string, positions: Position[][]): CountyPart {
  const rings = positions.map((ring) => Float64Array.from(ring.flat()));
  const part = {fips, rings, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity};
  const outer = rings[0]!;
  for (let k = 0; k < outer.length; k += 2) {
    part.west = Math.min(part.west, outer[k]!);
    part.east = Math.max(part.east, outer[k]!);
    part.south = Math.min(part.south, outer[k + 1]!);
    part.north = Math.max(part.north, outer[k + 1]!);
  }
  return part;
}

function cellKey(lon: number, lat: number): number {
  return Math.floor((lat + 90) * CELLS_PER_DEGREE) * ROW + Math.floor((lon + 180) * CELLS_PER_DEGREE);
}

function* cellsOver({west, south, east, north}: CountyPart): Generator<number> {
  const column = (lon: number) => Math.floor((lon + 180) * CELLS_PER_DEGREE);
  const row = (lat: number) => Math.floor((lat + 90) * CELLS_PER_DEGREE);
  for (let r = row(south); r <= row(north); r++)
    for (let c = column(west); c <= column(east); c++) yield r * ROW + c;
}

/** Even-odd rule over all rings, so that holes count. */
function isInside(rings: Float64Array[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (let a = 0, b = ring.length - 2; a < ring.length; b = a, a += 2) {
      const [lonA, latA, lonB, latB] = [ring[a]!, ring[a + 1]!, ring[b]!, ring[b + 1]!];
      if (latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA)
        inside = !inside;
    }
  return inside;
}
