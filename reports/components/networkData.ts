import type {FileHandle} from "observablehq:stdlib";
import {type SnapshotFile, zstdCompressors} from "./snapshotRows.js";

/** The factors of a score, in the order in which they are shown. */
export const factors = [
  {key: "distance", label: "Nearness"},
  {key: "services", label: "Services that follow one another"},
  {key: "kind", label: "Different kinds"},
  {key: "certification", label: "Shared certification"},
  {key: "operator", label: "Same operator"},
  {key: "funding", label: "Shared funding"},
  {key: "payers", label: "Payers in common"}
] as const;

/** A row of network-places.parquet. */
export interface NetworkPlace {
  organization_id: string;
  name: string;
  organization_type: string;
  city: string | null;
  state: string | null;
  community: number;
  degree: number;
  page_rank: number;
  betweenness: number;
  burt_constraint: number | null;
  longitude: number;
  latitude: number;
  x: number;
  y: number;
}

/** A row of network-ties.parquet, without the points of its factors. */
export interface NetworkTie {
  place_1: number;
  place_2: number;
  relationship_type: string;
  direction: number;
  distance_km: number;
  plan_points: number;
}

type ColumnsOf<T> = {[K in keyof T]: T[K][]};

export type NetworkPlaces = ColumnsOf<NetworkPlace>;

export interface NetworkTies extends ColumnsOf<NetworkTie> {
  /** Score of each tie, thousandths: the sum of its factors. */
  scores: Int16Array;
  points: Record<(typeof factors)[number]["key"], number[]>;
}

/** Reads a Parquet snapshot column by column, which is several times faster than row by row. */
async function columnsOf(file: FileHandle): Promise<Record<string, unknown[]>> {
  const [{parquetRead}, compressors, buffer] = await Promise.all([
    import("npm:hyparquet"),
    zstdCompressors(),
    file.arrayBuffer()
  ]);
  const columns: Record<string, unknown[]> = {};
  await parquetRead({
    file: buffer,
    compressors,
    onChunk({columnName, columnData, rowStart}) {
      const column = (columns[columnName] ??= []);
      for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i];
    }
  });
  return columns;
}

/** Reads all places and ties of the network. */
export async function readNetwork(places: SnapshotFile<NetworkPlace>, ties: SnapshotFile<NetworkTie>) {
  const [placeColumns, tieColumns] = await Promise.all([columnsOf(places), columnsOf(ties)]);
  const points = Object.fromEntries(
    factors.map(({key}) => [key, tieColumns[`${key}_points`] ?? []])
  ) as NetworkTies["points"];
  const count = tieColumns.place_1?.length ?? 0;
  const scores = new Int16Array(count);
  for (const {key} of factors) for (let e = 0; e < count; e++) scores[e]! += points[key][e]!;
  return {
    places: placeColumns as NetworkPlaces,
    ties: {...(tieColumns as ColumnsOf<NetworkTie>), scores, points}
  };
}

/** Returns a relationship type in words, such as “Detox to residential”. */
export function relationshipName(type: string): string {
  const words = type.replaceAll("_", " ").replace("moud", "MOUD");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
