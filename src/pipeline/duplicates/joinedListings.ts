import {quotedIdentifier} from "@duckdb/node-api";
import type {Comparison} from "../../analysis/duplicates/comparison.js";
import {listingMetrics, type Listing, type ListingMetrics} from "../../analysis/duplicates/listingMetrics.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readCsv} from "./readCsv.js";

/** Columns that tell the listings of a directory: name, street, city and kind of listing. */
export type ListingColumns = Record<"name" | "street" | "city" | "kind", string>;

/** Places listed under two kinds, and joined pairs whose streets differ in more than spelling. */
export interface JoinedListings extends ListingMetrics {
  otherStreets: number;
}

/**
 * Counts how the clusters of one file treat places listed under two kinds. Two streets differ where number or name
 * do by the street comparison: one slip in spelling is not another street, and a withheld address is no street.
 */
export async function joinedListings(
  warehouse: Warehouse,
  {path, columns}: {path: string; columns: ListingColumns},
  {labels, comparisons}: {labels: Int32Array; comparisons: Comparison[]}
): Promise<JoinedListings> {
  const {name, street, city, kind} = columns;
  const [n, s, c, k] = [name, street, city, kind].map(
    (column) => `coalesce(${quotedIdentifier(column)}, '')`
  );
  const listings = await readCsv(warehouse, path, ({numbered}) =>
    warehouse.rows<Listing & {record: number}>(`
      select record, ${n} as name, ${s} || ' ' || ${c} as place, ${k} as kind
      from ${numbered} as file join linkage.records on record_id = row_number::varchar order by record`)
  );
  const metrics = listingMetrics(listings, labels);
  return {...metrics, otherStreets: otherStreets(labels, comparisons)};
}

function otherStreets(labels: Int32Array, comparisons: Comparison[]): number {
  const streets = comparisons.find(({name}) => name === "street");
  const members = new Map<number, number[]>();
  let count = 0;
  for (const [record, label] of labels.entries()) {
    const earlier = members.get(label) ?? [];
    for (const other of earlier) {
      const level = streets?.compare(other, record) ?? -1;
      if (level >= 0 && streets!.levels[level]!.disagrees) count++;
    }
    members.set(label, [...earlier, record]);
  }
  return count;
}
