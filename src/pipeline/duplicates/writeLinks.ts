import {createWriteStream} from "node:fs";
import {once} from "node:events";
import {csvText} from "./csvText.js";
import {probabilityOf} from "../../analysis/duplicates/scoredPairs.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {Links} from "./dedupeFiles.js";
import type {FoundPairs} from "./findPairs.js";
import {readStrings} from "./readColumns.js";

/** Writes the joined pairs as CSV: both ids, probability, weight, and the part of each comparison in the weight. */
export async function writePairs(
  warehouse: Warehouse,
  path: string,
  {pairs, model}: FoundPairs,
  {chosen}: Links
): Promise<void> {
  const ids = await recordIds(warehouse);
  const names = model.comparisons.map(({name}) => `weight_${name}`);
  const lines = chosen.map((i) => [
    ids[pairs.a[i]!]!,
    ids[pairs.b[i]!]!,
    probabilityOf(pairs.weights[i]!).toFixed(6),
    pairs.weights[i]!.toFixed(3),
    model.prior.toFixed(3),
    ...Array.from(pairs.parts.subarray(i * pairs.width, (i + 1) * pairs.width), (part) => part.toFixed(3))
  ]);
  await write(path, [["id_a", "id_b", "probability", "weight", "weight_prior", ...names], ...lines]);
}

/** Writes one row per record as CSV: its id, its file (1 or 2), its cluster and the cluster’s size. */
export async function writeClusters(warehouse: Warehouse, path: string, {labels}: Links): Promise<void> {
  const ids = await recordIds(warehouse);
  const [first] = await warehouse.rows<{count: number}>(
    "select count(*)::integer as count from linkage.records where dataset = 0"
  );
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const isLink = first!.count < ids.length;
  const keys = isLink ? ids.map((id, record) => `${record < first!.count ? 1 : 2}:${id}`) : ids;
  const named = clusterNames(keys, labels);
  const lines = ids.map((id, record) => {
    const label = labels[record]!;
    return [id, record < first!.count ? "1" : "2", named.get(label)!, String(sizes.get(label))];
  });
  await write(path, [["id", "file", "cluster_id", "cluster_size"], ...lines]);
}

/** Names each cluster by the first of its ids in text order, so that the name does not depend on the input’s order. */
function clusterNames(ids: string[], labels: Int32Array): Map<number, string> {
  const names = new Map<number, string>();
  for (const [record, label] of labels.entries()) {
    const known = names.get(label);
    if (known === undefined || ids[record]! < known) names.set(label, ids[record]!);
  }
  return names;
}

function recordIds(warehouse: Warehouse): Promise<string[]> {
  return readStrings(warehouse, "select record_id from linkage.records order by record");
}

async function write(path: string, rows: string[][]): Promise<void> {
  const stream = createWriteStream(path);
  for (let i = 0; i < rows.length; i += 10_000) {
    if (!stream.write(csvText(rows.slice(i, i + 10_000)))) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}
