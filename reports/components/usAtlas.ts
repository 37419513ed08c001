import type {Feature, FeatureCollection, Geometry} from "geojson";
import {feature, mesh} from "npm:topojson-client";

export type StateFeature = Feature<Geometry, {name: string}>;

export interface Atlas {
  /** States, DC and five territories; a feature’s id is its two-digit FIPS code. */
  features: StateFeature[];
  /** Borders between features. */
  borders: Geometry;
}

type Topology = Parameters<typeof feature>[0];

let states: Promise<Atlas> | undefined;
let counties: Promise<Atlas> | undefined;

/** Returns the states and territories (Census cartographic boundaries by way of us-atlas, 1:10 million). */
export function statesAtlas(): Promise<Atlas> {
  states ??= loadAtlas(import.meta.resolve("npm:us-atlas/states-10m.json"), "states");
  return states;
}

/** Returns the counties, by five-digit FIPS code: a quarter of a megabyte, so only for a page that shows them. */
export function countiesAtlas(): Promise<Atlas> {
  counties ??= loadAtlas(import.meta.resolve("npm:us-atlas/counties-10m.json"), "counties");
  return counties;
}

async function loadAtlas(url: string, name: string): Promise<Atlas> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`map not loaded: ${response.status} ${url}`);
  const topology = (await response.json()) as Topology;
  const object = topology.objects[name] as Parameters<typeof mesh>[1];
  const collection = feature(topology, object!) as unknown as FeatureCollection<Geometry, {name: string}>;
  return {features: collection.features, borders: mesh(topology, object, (a, b) => a !== b)};
}
