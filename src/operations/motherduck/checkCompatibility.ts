import {quotedIdentifier} from "@duckdb/node-api";
import {type Config, warehousePath} from "../../config.js";
import {readParameters} from "../../config/parameters.js";
import {naming} from "../../warehouse/models.js";
import {Warehouse} from "../../warehouse/open.js";
import {headerOf, readSqlFolder, type SqlFile} from "../../warehouse/sqlFile.js";
import {listTables} from "../archive/listTables.js";

/** An object of the warehouse that a rule speaks of. */
export interface Finding {
  kind: string;
  name: string;
  detail: string | null;
}

/** A rule of compatibility with what it found; none is good. */
export interface RuleResult {
  name: string;
  title: string;
  severity: "error" | "warning";
  /** Page of MotherDuck’s documentation, and the day on which it was read. */
  source: string;
  read_on: string;
  because: string;
  findings: Finding[];
}

/** Runs every rule in sql/motherduck, and the one on text, on the published warehouse. */
export async function checkCompatibility(config: Config): Promise<RuleResult[]> {
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  try {
    const results: RuleResult[] = [];
    for (const file of readSqlFolder("sql/motherduck")) results.push(await apply(warehouse, file));
    return [...results, await encoding(warehouse)];
  } finally {
    warehouse.close();
  }
}

async function apply(warehouse: Warehouse, file: SqlFile): Promise<RuleResult> {
  const {motherduck_minimum_engine, motherduck_maximum_engine} = readParameters("motherduck");
  const range = {minimum_engine: motherduck_minimum_engine!, maximum_engine: motherduck_maximum_engine!};
  const findings = await naming(file, () =>
    warehouse.rows<Finding>(file.text, file.text.includes("$minimum_engine") ? range : undefined)
  );
  return {
    name: file.name,
    title: headerOf(file, "title"),
    severity: headerOf(file, "severity") as RuleResult["severity"],
    source: headerOf(file, "source"),
    read_on: headerOf(file, "read_on"),
    because: headerOf(file, "because"),
    findings
  };
}

/** DuckDB holds no invalid UTF-8; what can be wrong is text that was broken before it came in. */
async function encoding(warehouse: Warehouse): Promise<RuleResult> {
  const findings: Finding[] = [];
  for (const {schema, table, columns} of await listTables(warehouse)) {
    const texts = columns.filter(({type}) => type === "VARCHAR").map(({name}) => quotedIdentifier(name));
    if (!texts.length) continue;
    const broken = texts.map((column) => `count(*) filter (regexp_matches(${column}, '[\\x00\\x{FFFD}]'))`);
    const [row] = await warehouse.rows<{counts: bigint[]}>(
      `select [${broken.join(", ")}] as counts from ${quotedIdentifier(schema)}.${quotedIdentifier(table)}`
    );
    for (const [i, count] of row!.counts.entries())
      if (count)
        findings.push({kind: "column", name: `${schema}.${table}.${texts[i]}`, detail: `${count} rows`});
  }
  return {
    name: "encoding",
    title: "UTF-8 without replacement characters",
    severity: "warning",
    source: "https://motherduck.com/docs/sql-reference/duckdb-sql-reference/data-types",
    read_on: "2026-11-23",
    because:
      "A replacement character or a NUL means that text was read in the wrong encoding before it was loaded.",
    findings
  };
}
