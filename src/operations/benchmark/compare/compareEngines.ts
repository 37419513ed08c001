import type {BenchmarkResult} from "../../../pipeline/benchmarkLog.js";
import {messageOf} from "../../../error.js";
import type {Warehouse} from "../../../warehouse/open.js";
import type {Directory} from "../directory.js";
import {measured, notMeasured} from "../result.js";
import type {Contender} from "./contender.js";
import {javascriptContender} from "./javascriptContender.js";
import {type ComparisonInputs, measureComparison} from "./measureComparison.js";
import {planContender} from "./planContender.js";
import {postgresContender} from "./postgresContender.js";
import {sqliteContender} from "./sqliteContender.js";
import {readTableData} from "./tableData.js";
import {workbenchContender} from "./workbenchContender.js";

export interface EngineInputs extends ComparisonInputs {
  /** Folder for the contenders’ files. */
  folder: string;
  /** Path of the published warehouse. */
  path: string;
  directory: Directory;
  onProgress: (label: string) => void;
}

/** Builds every contender that can be built here, questions them all in one run, and takes them down again. */
export async function compareEngines(warehouse: Warehouse, inputs: EngineInputs): Promise<BenchmarkResult[]> {
  const {folder, path, onProgress} = inputs;
  const contenders: Contender[] = [await workbenchContender(path)];
  const missing: BenchmarkResult[] = [];
  const attempt = async (name: string, make: () => Promise<Contender | null>) => {
    onProgress(`compare: build ${name}`);
    try {
      const contender = await make();
      if (contender) contenders.push(contender);
      else missing.push(absent(name, "it is not installed here"));
    } catch (error) {
      missing.push(absent(name, messageOf(error)));
    }
  };
  try {
    await attempt("DuckDB, the plan’s schema", () => planContender(folder, path));
    onProgress("compare: read the tables");
    const tables = await readTableData(warehouse);
    await attempt("SQLite", () => sqliteContender(folder, tables));
    await attempt("PostgreSQL", () => postgresContender(tables));
    contenders.push(javascriptContender(inputs.directory));
    onProgress("compare");
    const answers = await measureComparison(contenders, inputs);
    return [...answers, ...contenders.map(built), ...missing];
  } finally {
    for (const contender of contenders) await contender.close();
  }
}

function built({name, note, buildMs, megabytes}: Contender): BenchmarkResult {
  const size = megabytes === null ? "" : `; ${megabytes.toFixed(1)} MB`;
  const described = {
    part: "comparison",
    name: "build",
    variant: name,
    title: "Build",
    unit: "ms",
    note: `${note}${size}`
  } as const;
  return buildMs === null ? notMeasured(described.note, described) : measured([buildMs], described);
}

function absent(name: string, reason: string): BenchmarkResult {
  return notMeasured(`not run: ${reason}`, {
    part: "comparison",
    name: "build",
    variant: name,
    title: "Build",
    unit: "ms"
  });
}
