import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {feature} from "topojson-client";
import type {FeatureCollection, MultiPolygon, Polygon} from "geojson";
import type {GeometryCollection, Topology} from "topojson-specification";

/** A county of the map: its code, its name without “County”, and its outline in degrees. */
export interface County {
  fips: string;
  name: string;
  geometry: Polygon | MultiPolygon;
}

/**
 * What the outlines are: us-atlas 3.0.1, made from the Census Bureau's cartographic boundary files of 2017.
 * Its codes therefore know Oglala Lakota (46102, since 2015) and Kusilvak (02158), but neither Alaska's
 * 2019 split of Valdez–Cordova nor Connecticut's planning regions of 2022.
 */
export const COUNTY_VINTAGE = "2017";

/** Reads the county outlines of the us-atlas package, in code order. */
export function readCounties(): County[] {
  const path = createRequire(import.meta.url).resolve("us-atlas/counties-10m.json");
  const topology = JSON.parse(readFileSync(path, "utf8")) as Topology<{
    counties: GeometryCollection<{name: string}>;
  }>;
  const {features} = feature(topology, topology.objects.counties) as FeatureCollection<
    Polygon | MultiPolygon,
    {name: string}
  >;
  return features
    .map(({id, properties, geometry}) => ({fips: String(id), name: properties.name, geometry}))
    .sort((a, b) => (a.fips < b.fips ? -1 : 1));
}
