import {headerOf} from "../warehouse/sqlFile.js";
import type {Warehouse} from "../warehouse/open.js";
import {type SnapshotColumn, snapshotColumns} from "./snapshotColumns.js";
import {snapshotList} from "./snapshotList.js";

/** What a reader needs to know of a snapshot to query it. */
export interface CatalogEntry {
  fileName: string;
  title: string;
  grain: string;
  columns: SnapshotColumn[];
}

export const CATALOG = "catalog.json";

/** Describes every snapshot: the list that the notebook offers. */
export async function snapshotCatalog(warehouse: Warehouse, loaders?: string): Promise<CatalogEntry[]> {
  const entries: CatalogEntry[] = [];
  for (const {fileName, file} of snapshotList(loaders)) {
    const columns = await snapshotColumns(warehouse, file);
    entries.push({fileName, title: headerOf(file, "title"), grain: headerOf(file, "grain"), columns});
  }
  return entries;
}
