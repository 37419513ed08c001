import type {LandedPart, LandedParts} from "../sources/landedParts.js";
import {naming, selectsInOrder} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import type {SqlFile} from "../warehouse/sqlFile.js";

/**
 * The tables of staging, made from the landed records part by part, while others are still being landed and several parts at
 * a time. Every SELECT of sql/staging gives rows of single records, so that those of a part are the rows whose record_id
 * lies in it. The tables of a part are in a schema of their own; joined, they are views of all parts in their order.
 */
export class Staging {
  private files: Promise<SqlFile[]> | undefined;
  /** Schemas of the parts that have a table of this name. */
  private readonly schemas = new Map<string, Map<number, string>>();

  /** Stages parts as they come, until there are no more. */
  async stage(warehouse: Warehouse, parts: LandedParts): Promise<void> {
    const files = await (this.files ??= begin(warehouse));
    for await (const part of parts.read()) await this.stagePart(warehouse, part, files);
  }

  /** Puts all parts together, once they are staged. */
  async join(warehouse: Warehouse): Promise<void> {
    for (const [name, schemas] of this.schemas) {
      const inOrder = Array.from(schemas).sort(([a], [b]) => a - b);
      const tables = inOrder.map(([, schema]) => `from staging.${schema}."${name}"`);
      await warehouse.run(
        `drop table staging."${name}"; create view staging."${name}" as ${tables.join(" union all ")}`
      );
    }
  }

  private async stagePart(warehouse: Warehouse, part: LandedPart, all: SqlFile[]): Promise<void> {
    const files = all.filter((file) => isOf(part.sources, file, all));
    const schema = `part_${part.number}`;
    await createTables(warehouse, schema, {
      files,
      before: faults(part),
      select: selectOf(part, schema, files)
    });
    for (const {name} of files)
      this.schemas.set(name, (this.schemas.get(name) ?? new Map()).set(part.number, schema));
  }
}

/** Makes the tables, empty, and returns their SELECTs, each after those that it reads. */
async function begin(warehouse: Warehouse): Promise<SqlFile[]> {
  const {files} = await selectsInOrder(warehouse, "sql/staging", "staging");
  await createTables(warehouse, "main", {files, select: ({text}) => `from (${text}\n) limit 0`});
  return files;
}

interface TablesToCreate {
  files: SqlFile[];
  /** A statement to run first. */
  before?: string;
  /** What the table of a file is made as. */
  select(file: SqlFile): string;
}

/**
 * Makes a table of each file in a schema of staging, with one call for all of them: between two calls what else runs in
 * JavaScript has its turn, which takes longer than most of these statements.
 */
async function createTables(
  warehouse: Warehouse,
  schema: string,
  {files, before, select}: TablesToCreate
): Promise<void> {
  const tables = files.map((file) => `create table staging.${schema}."${file.name}" as ${select(file)}`);
  const statements = [
    ...(before ? [before] : []),
    `create schema if not exists staging.${schema}`,
    ...tables
  ];
  try {
    await warehouse.run(statements.join(";\n"));
  } catch (error) {
    const made = await warehouse.rows<{name: string}>(
      `select table_name as name from duckdb_tables() where database_name = 'staging' and schema_name = '${schema}'`
    );
    const failed = files.find((file) => !made.some(({name}) => name === file.name));
    throw failed ? await naming(failed, () => Promise.reject(error)).catch((named: unknown) => named) : error;
  }
}

/** Says of the landed records of a part which cannot be read: those that are no JSON object. */
function faults({firstId, lastId}: LandedPart): string {
  return `update raw.records
    set fault = case when json_valid(raw) then 'not an object: ' || left(raw, 40) else 'malformed JSON' end
    where record_id between ${firstId} and ${lastId}
      and fault is null and not (regexp_matches(raw, '^\\s*\\{') and json_valid(raw))`;
}

/** Returns what turns a SELECT of staging into that of a part, which reads the part’s own tables where it has them. */
function selectOf(
  {firstId, lastId}: LandedPart,
  schema: string,
  files: SqlFile[]
): (file: SqlFile) => string {
  const names = new Set(files.map(({name}) => name));
  return ({text}) => {
    const ofPart = text.replace(/\bstaging\.(\w+)/g, (table, name: string) =>
      names.has(name) ? `staging.${schema}.${name}` : table
    );
    return `select * from (${ofPart}\n) where record_id between ${firstId} and ${lastId}`;
  };
}

/**
 * Says whether a SELECT has rows of the given sources: parsed_X and stg_X of source X, those of “mapped” of every source
 * without its own, and records of all.
 */
function isOf(sources: string[], {name}: SqlFile, files: SqlFile[]): boolean {
  const [, of] = /^(?:parsed|stg)_(.+)$/.exec(name) ?? [];
  if (of === undefined || sources.includes(of)) return true;
  const hasOwn = (source: string) => files.some((file) => file.name === `parsed_${source}`);
  return of === "mapped" && !sources.every(hasOwn);
}
