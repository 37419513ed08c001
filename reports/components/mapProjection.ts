import * as d3 from "npm:d3";
import {stateOfFips} from "./stateCodes.js";
import type {Atlas} from "./usAtlas.js";

/** What fills a map: a circle, a state, or the country. */
export interface MapArea {
  /** USPS code of the state that fills the map. */
  state?: string | undefined;
  /** The circle that fills the map. */
  near?: {latitude: number; longitude: number; miles: number} | undefined;
}

const PADDING = 12;
const DEGREES_PER_MILE = 1 / 69.05;

/** Returns the projection by which an area fills a map of the given size, in pixels. */
export function mapProjection(
  atlas: Atlas,
  {state, near}: MapArea,
  {width, height}: {width: number; height: number}
): d3.GeoProjection {
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
  const feature = atlas.features.find(({id}) => stateOfFips(String(id))?.state === state);
  // Alaska lies on both sides of the date line.
  if (feature)
    return magnified()
      .rotate(state === "AK" ? [154, 0] : [0, 0])
      .fitExtent(extent, feature);
  return d3.geoAlbersUsa().fitExtent(extent, {type: "FeatureCollection", features: atlas.features});
}

/** Resampling along great circles would turn the far side of a magnified map into millions of points. */
function magnified(): d3.GeoProjection {
  return d3.geoMercator().precision(0);
}
