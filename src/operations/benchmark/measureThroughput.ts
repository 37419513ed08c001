import {join} from "node:path";
import {quotedString} from "@duckdb/node-api";
import {continuumScorer} from "../../analysis/referrals/continuumScorer.js";
import {findTies} from "../../analysis/referrals/findTies.js";
import {readModels} from "../../pipeline/networks/readModels.js";
import {readPlaces} from "../../pipeline/networks/readPlaces.js";
import type {BenchmarkResult} from "../../pipeline/benchmarkLog.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readInBulk} from "../../warehouse/readInBulk.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {measured, notMeasured} from "./result.js";

const READ =
  "select id, name, organization_type, address_street, address_city, address_state, address_zip, latitude, longitude, phone from main.organizations";

export interface ThroughputInputs {
  /** A copy of the warehouse that may be written to. */
  scratch: Warehouse;
  folder: string;
  repeats: number;
  onProgress: (label: string) => void;
}

/** Measures writing from JSON and Parquet, reading into JavaScript, and scoring relationships, several times over. */
export async function measureThroughput(inputs: ThroughputInputs): Promise<BenchmarkResult[]> {
  inputs.onProgress("throughput: write");
  const written = await measureWriting(inputs);
  inputs.onProgress("throughput: read");
  const read = await measureReading(inputs);
  inputs.onProgress("throughput: score");
  return [...written, ...read, await measureScoring(inputs)];
}

async function measureWriting({scratch, folder, repeats}: ThroughputInputs): Promise<BenchmarkResult[]> {
  const json = join(folder, "organizations.jsonl");
  const parquet = join(folder, "organizations.parquet");
  const source = "(select * from main.organizations_json)";
  await scratch.run(`copy ${source} to ${quotedString(json)} (format json)`);
  await scratch.run(`copy ${source} to ${quotedString(parquet)} (format parquet)`);
  const {text: table} = readSqlFile("sql/benchmarks/throughput/table.sql");
  const columns = await scratch.rows<{name: string; type: string}>(
    "select column_name as name, column_type as type from (describe main.organizations_json)"
  );
  const types = columns.map(({name, type}) => `${name}: '${type}'`).join(", ");
  const ways = [
    {
      variant: "JSON lines",
      reader: `read_json(${quotedString(json)}, format = 'newline_delimited', columns = {${types}})`
    },
    {variant: "Parquet", reader: `read_parquet(${quotedString(parquet)})`}
  ];
  const results: BenchmarkResult[] = [];
  for (const {variant, reader} of ways) {
    const rates: number[] = [];
    for (let i = 0; i < repeats; i++) {
      await scratch.run("drop table if exists meta.written");
      await scratch.run(table);
      const start = performance.now();
      await scratch.run(`insert into meta.written by name select * from ${reader}`);
      const seconds = (performance.now() - start) / 1000;
      const [row] = await scratch.rows<{n: number}>("select count(*)::integer as n from meta.written");
      rates.push(row!.n / seconds);
    }
    results.push(
      measured(rates, {
        part: "throughput",
        name: "write",
        variant,
        title: "Records written into a table with a key",
        unit: "records/s"
      })
    );
  }
  await scratch.run("drop table meta.written");
  return results;
}

async function measureReading({scratch, repeats}: ThroughputInputs): Promise<BenchmarkResult[]> {
  const ways: Record<string, () => Promise<number>> = {
    "columns in bulk": async () => (await readInBulk(scratch, READ)).id!.length,
    columns: async () => Object.values(await scratch.columns(READ))[0]!.length,
    chunks: async () => {
      let count = 0;
      for await (const chunk of scratch.chunks(READ)) count += chunk.getColumns()[0]!.length;
      return count;
    },
    "row objects": async () => (await scratch.rows(READ)).length
  };
  const rates = new Map(Object.keys(ways).map((variant) => [variant, [] as number[]]));
  for (let i = 0; i < repeats; i++)
    for (const [variant, read] of Object.entries(ways)) {
      const start = performance.now();
      const count = await read();
      rates.get(variant)!.push(count / ((performance.now() - start) / 1000));
    }
  return [...rates].map(([variant, values]) =>
    measured(values, {
      part: "throughput",
      name: "read",
      variant,
      title: "Records read into JavaScript, ten columns",
      unit: "records/s"
    })
  );
}

async function measureScoring({scratch, repeats}: ThroughputInputs): Promise<BenchmarkResult> {
  const described = {
    part: "throughput",
    name: "score",
    title: "Pairs of places found, scored and ranked",
    unit: "relationships/s"
  } as const;
  await scratch.run("delete from analysis.network_records");
  const places = await readPlaces(scratch);
  const {continuum, ties} = await readModels(scratch);
  const scorer = continuumScorer(places, continuum);
  const rates: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    const {pairCount} = findTies(places, scorer, ties);
    if (pairCount === 0) return notMeasured("no two places lie near each other", described);
    rates.push(pairCount / ((performance.now() - start) / 1000));
  }
  return measured(rates, described);
}
