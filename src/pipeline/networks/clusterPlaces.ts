import {DOUBLE, INTEGER, LIST, VARCHAR, listValue} from "@duckdb/node-api";
import {densityClusters} from "../../analysis/geography/densityClusters.js";
import {extentOf} from "../../analysis/geography/densityHull.js";
import {slug, type GroupName} from "../../analysis/geography/groupNames.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import {readParameter} from "../readParameter.js";
import {nameGroups} from "./nameGroups.js";
import type {Addresses} from "./readAddresses.js";
import type {EarlierGroup} from "./readEarlierGroups.js";
import type {Places} from "./readPlaces.js";

interface Group {
  id: string;
  city: string | null;
  state: string | null;
  members: number[];
  level: "density" | "city";
  coreCount: number;
}

/** Fills main.geographic_clusters and analysis.place_clusters: clusters by density, and the plan’s grouping by city. */
export async function clusterPlaces(
  warehouse: Warehouse,
  places: Places,
  {addresses, earlier}: {addresses: Addresses; earlier: EarlierGroup}
): Promise<void> {
  const found = densityClusters(
    places.points,
    await readParameter(warehouse, "cluster_radius_km"),
    await readParameter(warehouse, "cluster_minimum_places")
  );
  const {clusters: groups, count} = found;
  const names = await nameGroups(warehouse, addresses, {kind: "density", groups, count, earlier});
  const dense = denseGroups(found, names);
  await writeGroups(warehouse, [...dense, ...cityGroups(places, addresses)], {places, addresses});
  const clustered = Array.from(found.clusters.keys()).filter((place) => found.clusters[place]! >= 0);
  await appendColumns(warehouse, "analysis.place_clusters", [
    [INTEGER, clustered],
    [VARCHAR, clustered.map((place) => dense[found.clusters[place]!]!.id)]
  ]);
}

function denseGroups(
  {clusters, count, isCore}: ReturnType<typeof densityClusters>,
  names: GroupName[]
): Group[] {
  const members: number[][] = Array.from({length: count}, () => []);
  clusters.forEach((cluster, place) => cluster >= 0 && members[cluster]!.push(place));
  return names.map((name, cluster) => ({
    ...name,
    members: members[cluster]!,
    level: "density",
    coreCount: members[cluster]!.filter((place) => isCore[place]).length
  }));
}

function cityGroups({cities, count}: Places, {city, state}: Addresses): Group[] {
  const groups = new Map<number, Group>();
  for (let place = 0; place < count; place++) {
    if (cities[place] === 0) continue;
    const group = groups.get(cities[place]!);
    if (group) group.members.push(place);
    else
      groups.set(cities[place]!, {
        id: `city-${state[place]!.toLowerCase()}-${slug(city[place]!)}`,
        city: city[place]!,
        state: state[place]!,
        members: [place],
        level: "city",
        coreCount: NaN
      });
  }
  return [...groups.values()];
}

async function writeGroups(
  warehouse: Warehouse,
  groups: Group[],
  {places, addresses}: {places: Places; addresses: Addresses}
): Promise<void> {
  const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  const rows = groups.map((group) => ({
    ...group,
    ...extentOf(places.points, group.members),
    records: group.members.reduce((sum, place) => sum + addresses.recordCounts[place]!, 0),
    cities: new Set(group.members.map((place) => places.cities[place]!)).size
  }));
  await appendColumns(warehouse, "main.geographic_clusters", [
    [VARCHAR, rows.map(({id}) => id)],
    [
      VARCHAR,
      rows.map(({city, state}) => (city === null ? "Unnamed" : state === null ? city : `${city}, ${state}`))
    ],
    [VARCHAR, rows.map(({state}) => state)],
    [VARCHAR, rows.map(({city}) => city)],
    [DOUBLE, rows.map(({latitude}) => rounded(latitude))],
    [DOUBLE, rows.map(({longitude}) => rounded(longitude))],
    [INTEGER, rows.map(({records}) => records)],
    [VARCHAR, rows.map(({level}) => level)],
    [INTEGER, rows.map(({members}) => members.length)],
    [INTEGER, rows.map(({coreCount}) => coreCount)],
    [INTEGER, rows.map(({cities}) => cities)],
    [DOUBLE, rows.map(({radiusKm}) => Math.round(radiusKm * 100) / 100)],
    [
      LIST(LIST(DOUBLE)),
      rows.map(({hull, level}) =>
        listValue(level === "city" ? [] : hull.map((corner) => listValue(corner.map(rounded))))
      )
    ]
  ]);
}
