import {createWriteStream, mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {quotedString} from "@duckdb/node-api";
import {UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {PARQUET_OPTIONS} from "../../warehouse/parquet.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {type Attribute, type AttributeValue, type ExportedNetwork} from "./exportedNetwork.js";
import {gexf} from "./gexf.js";
import {graphml} from "./graphml.js";

export const NETWORK_FORMATS = ["gexf", "graphml", "parquet"] as const;
export type NetworkFormat = (typeof NETWORK_FORMATS)[number];

/** Which ties to export. */
export interface NetworkFilter {
  /** Only ties with an end in this state (USPS code). */
  state?: string;
  /** Only ties of this relationship type. */
  type?: string;
  /** Only ties of at least this score. */
  minimumScore?: number;
  /** Also referrals that took place, where there are any. */
  withObserved?: boolean;
}

export interface NetworkExport {
  files: string[];
  nodeCount: number;
  edgeCount: number;
}

const DESCRIPTION =
  "Possible referrals inferred from the directory, not referrals that took place (except edges of type observed_referral).";
const folder = "sql/analysis/networks/export";

/**
 * Writes the network to a GEXF or GraphML file that Gephi opens, or to nodes.parquet and edges.parquet in a folder.
 * Throws a UserError if the filter leaves no tie.
 */
export async function exportNetwork(
  warehouse: Warehouse,
  {format, to}: {format: NetworkFormat; to: string},
  {state, type, minimumScore = 0, withObserved = true}: NetworkFilter = {}
): Promise<NetworkExport> {
  await warehouse.run(
    `create or replace temp table exported_ties as ${readSqlFile(`${folder}/ties.sql`).text}`,
    {
      state: state ?? null,
      type: type ?? null,
      score: minimumScore,
      with_observed: withObserved
    }
  );
  const nodes = await warehouse.columns(readSqlFile(`${folder}/nodes.sql`).text);
  const edges = await warehouse.columns(readSqlFile(`${folder}/edges.sql`).text);
  const counts = {nodeCount: nodes.id?.length ?? 0, edgeCount: edges.id?.length ?? 0};
  if (counts.edgeCount === 0)
    throw new UserError("no tie is left; choose a lower score, another state or type");
  if (format === "parquet") return {...counts, files: await writeParquet(warehouse, to)};
  mkdirSync(dirname(to), {recursive: true});
  const lines = (format === "gexf" ? gexf : graphml)(networkOf(nodes, edges));
  await pipeline(Readable.from(lines), createWriteStream(to));
  return {...counts, files: [to]};
}

async function writeParquet(warehouse: Warehouse, to: string): Promise<string[]> {
  mkdirSync(to, {recursive: true});
  const files = ["nodes", "edges"].map((name) => ({name, path: join(to, `${name}.parquet`)}));
  for (const {name, path} of files)
    await warehouse.run(
      `copy (${readSqlFile(`${folder}/${name}.sql`).text}) to ${quotedString(path)} (${PARQUET_OPTIONS})`
    );
  return files.map(({path}) => path);
}

type Columns = Record<string, unknown[]>;

function networkOf(nodes: Columns, edges: Columns): ExportedNetwork {
  const {id, label, longitude, latitude, ...nodeRest} = nodes as Record<string, never[]>;
  const {id: edgeIds, source, target, score, ...edgeRest} = edges as Record<string, never[]>;
  return {
    description: DESCRIPTION,
    nodes: {
      ids: id!,
      labels: label!,
      longitudes: longitude!,
      latitudes: latitude!,
      attributes: attributesOf(nodeRest)
    },
    edges: {
      ids: edgeIds!,
      sources: source!,
      targets: target!,
      weights: score!,
      attributes: attributesOf(edgeRest)
    }
  };
}

const INTEGERS = new Set(["community", "degree", "core_number", "referral_count"]);

function attributesOf(columns: Columns): Attribute[] {
  return Object.entries(columns).map(([name, column]) => {
    const values = column as AttributeValue[];
    const sample = values.find((value) => value !== null);
    const kind = INTEGERS.has(name)
      ? "integer"
      : typeof sample === "number"
        ? "double"
        : typeof sample === "boolean"
          ? "boolean"
          : "string";
    return {name, kind, values};
  });
}
