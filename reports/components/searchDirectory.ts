import {type Directory, folded} from "./directory.js";

export interface DirectoryFilter {
  /** Words that all must occur in the name, city, state or ZIP code. */
  q?: string;
  state?: string;
  type?: string;
  level?: string;
  certification?: string;
  /** Positions of terms that all must apply, with the terms of every listing. */
  terms?: {wanted: number[]; of: string[]};
  /** A centre in degrees and a distance in miles. */
  near?: {latitude: number; longitude: number; miles: number};
}

export interface Match {
  /** Row of the directory’s index. */
  row: number;
  /** Miles from the centre, where there is one. */
  miles?: number;
}

const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;
/** The code of a term’s character less its position; see data-loaders/directory-terms.parquet.sql. */
const TERM_OFFSET = 32;

/**
 * Returns the listings that pass the filter: the nearest first where a centre is given, else those whose name
 * begins with the words first, each in the directory’s own order of state, city and name.
 */
export function searchDirectory({listings, texts}: Directory, filter: DirectoryFilter): Match[] {
  const {q = "", state, type, level, certification, terms, near} = filter;
  const words = folded(q).split(" ").filter(Boolean);
  const marks = terms?.wanted.map((position) => String.fromCharCode(TERM_OFFSET + position)) ?? [];
  const matches: Match[] = [];
  for (let row = 0; row < listings.length; row++) {
    const listing = listings[row]!;
    if (state && listing.state !== state) continue;
    if (type && listing.organization_type !== type) continue;
    if (level && listing.level_of_care !== level) continue;
    if (certification && listing.certification_type !== certification) continue;
    if (words.length && !words.every((word) => texts[row]!.includes(word))) continue;
    if (marks.length && !marks.every((mark) => terms!.of[row]!.includes(mark))) continue;
    if (!near) {
      matches.push({row});
      continue;
    }
    if (listing.latitude === null || listing.longitude === null) continue;
    const miles = milesBetween(near.latitude, near.longitude, listing.latitude, listing.longitude);
    if (miles <= near.miles) matches.push({row, miles});
  }
  if (near) return matches.sort((a, b) => a.miles! - b.miles!);
  return words.length ? beginningFirst(matches, texts, words.join(" ")) : matches;
}

/** Great-circle distance by the haversine formula, mean Earth radius. */
export function milesBetween(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(a)));
}

function beginningFirst(matches: Match[], texts: string[], words: string): Match[] {
  const begins = (match: Match) => texts[match.row]!.startsWith(words);
  return [...matches.filter(begins), ...matches.filter((match) => !begins(match))];
}
