import {carriedIds} from "../../analysis/geography/carriedIds.js";
import {groupNames, type GroupName} from "../../analysis/geography/groupNames.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readParameter} from "../readParameter.js";
import type {Addresses} from "./readAddresses.js";
import type {EarlierGroup} from "./readEarlierGroups.js";

export interface PlaceGroups {
  /** What ids of these groups begin with. */
  kind: string;
  /** Group of each place, from 0; −1 for none. */
  groups: Int32Array;
  count: number;
  earlier: EarlierGroup;
}

/** Names groups of places; those with the members of an earlier group keep its id, and no other group gets it. */
export async function nameGroups(
  warehouse: Warehouse,
  {city, state, zip}: Addresses,
  {kind, groups, count, earlier}: PlaceGroups
): Promise<GroupName[]> {
  const grouped = Array.from(groups.keys()).filter((place) => groups[place]! >= 0);
  const places = grouped.map((place) => ({
    group: groups[place]!,
    city: city[place]!,
    state: state[place]!,
    zip: zip[place]!
  }));
  const carried = await idsFromEarlier(warehouse, groups, earlier);
  return groupNames(places, count, {kind, carried, retired: earlier.values()});
}

async function idsFromEarlier(
  warehouse: Warehouse,
  groups: Int32Array,
  earlier: EarlierGroup
): Promise<Map<number, string>> {
  if (earlier.size === 0) return new Map();
  const {organization_id: records = [], place: places = []} = (await warehouse.columns(
    "select organization_id, place from analysis.network_records order by organization_id"
  )) as {organization_id?: string[]; place?: number[]};
  const earlierSizes = new Map<string, number>();
  for (const id of earlier.values()) earlierSizes.set(id, (earlierSizes.get(id) ?? 0) + 1);
  return carriedIds(
    places.map((place) => groups[place]!),
    records.map((record) => earlier.get(record)),
    {earlierSizes, least: await readParameter(warehouse, "network_id_overlap")}
  );
}
