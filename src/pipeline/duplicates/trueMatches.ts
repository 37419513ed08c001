import {quotedIdentifier} from "@duckdb/node-api";
import {clusterMetrics, pairMetrics, type PairMetrics} from "../../analysis/duplicates/pairMetrics.js";
import {UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readCsv} from "./readCsv.js";
import {readIntegers} from "./readColumns.js";

/** Compares clusters of one file with the true entities in linkage.records. */
export async function compareWithEntities(warehouse: Warehouse, labels: Int32Array): Promise<PairMetrics> {
  const rows = await warehouse.rows<{truth: string | null}>(`
    select truth from linkage.records order by record`);
  return clusterMetrics(
    labels,
    rows.map(({truth}) => truth)
  );
}

/** Compares pairs between two files with those that share an entity in linkage.records. */
export async function compareWithSharedEntities(
  warehouse: Warehouse,
  a: number[],
  b: number[]
): Promise<PairMetrics> {
  const true_pairs = `
    select l.record as a, r.record as b
    from (select record, truth from linkage.records where dataset = 0) l
    join (select record, truth from linkage.records where dataset = 1) r
      using (truth)`;
  return metricsOf(await pairKeys(warehouse, true_pairs), new Set<string>(), {a, b});
}

/**
 * Compares found pairs with a file of known pairs: two columns of ids and, if there is a third that holds 0 and
 * 1, labels. With labels that say no, pairs that the file does not list count neither way.
 */
export async function compareWithPairs(
  warehouse: Warehouse,
  path: string,
  found: {a: number[]; b: number[]}
): Promise<PairMetrics> {
  const columns = await readCsv(warehouse, path, async (file) => {
    await warehouse.run(`create or replace table linkage.known_pairs as from ${file.relation}`);
    return file.columns;
  });
  const {left, right, label} = pairColumns(columns, path);
  const linked = (await readIntegers(warehouse, "select max(dataset)::integer from linkage.records"))[0]![0]!;
  const known = (condition: string) => `
    select least(l.record, r.record) as a, greatest(l.record, r.record) as b
    from linkage.known_pairs as p
    join linkage.records as l on l.record_id = p.${quotedIdentifier(left)} and l.dataset = 0
    join linkage.records as r on r.record_id = p.${quotedIdentifier(right)} and r.dataset = ${linked}
    where l.record <> r.record and ${condition}`;
  const share = label && `coalesce(try_cast(p.${quotedIdentifier(label)} as double), 0)`;
  const positive = await pairKeys(warehouse, known(share ? `${share} >= 0.5` : "true"));
  const negative = await pairKeys(warehouse, known(share ? `${share} < 0.5` : "false"));
  if (!positive.size)
    throw new UserError(`no known pair: ${path} names no two ids of the records; check --id`);
  return metricsOf(positive, negative, found);
}

function pairColumns(columns: string[], path: string): {left: string; right: string; label?: string} {
  const isId = (name: string) => !/label|match|score|source|dataset|prob/i.test(name);
  const [left, right] = columns.length === 2 ? columns : columns.filter(isId);
  const label = columns.find((name) => /label|match|score/i.test(name) && name !== left && name !== right);
  if (!left || !right)
    throw new UserError(`not a file of pairs: ${path}; give two columns of ids and a label`);
  return {left, right, ...(label && {label})};
}

function metricsOf(
  positive: Set<string>,
  negative: Set<string>,
  {a, b}: {a: number[]; b: number[]}
): PairMetrics {
  const keys = a.map((record, i) => pairKey(record, b[i]!));
  const judged = negative.size ? keys.filter((key) => positive.has(key) || negative.has(key)) : keys;
  const correct = judged.filter((key) => positive.has(key)).length;
  return pairMetrics(correct, judged.length, positive.size);
}

async function pairKeys(warehouse: Warehouse, sql: string): Promise<Set<string>> {
  const [a = new Int32Array(), b = new Int32Array()] = await readIntegers(warehouse, sql);
  return new Set(Array.from(a, (record, i) => pairKey(record, b[i]!)));
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
