import {type SnapshotFile, snapshotRows} from "./snapshotRows.js";

/** What the list and the map know of an organization. */
export interface Listing {
  id: string;
  name: string;
  organization_type: string;
  city: string | null;
  state: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  is_exact: boolean;
  phone: string | null;
  level_of_care: string | null;
  certification_type: string | null;
  is_synthetic: boolean;
  /** What became of it since the build before, such as “added” or “moved”; null for nothing. */
  change: string | null;
}

export interface Directory {
  listings: Listing[];
  /** For each listing, the words that a search looks in: name, city, state, ZIP code, folded. */
  texts: string[];
}

/** Loads the index of the directory: a megabyte for 41,000 organizations. */
export async function loadDirectory(file: SnapshotFile<Listing>): Promise<Directory> {
  const listings = await snapshotRows(file);
  const texts = listings.map(({name, city, state, zip}) =>
    folded(`${name} ${city ?? ""} ${state ?? ""} ${zip ?? ""}`)
  );
  return {listings, texts};
}

/** Returns text without case and accents, with single spaces, so that “Peña” is found by “pena”. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
