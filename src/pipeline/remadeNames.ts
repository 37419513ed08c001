import {definitionsOf} from "../warehouse/definitions.js";
import {namesRead} from "../warehouse/namesRead.js";
import type {Warehouse} from "../warehouse/open.js";
import {madeBy, martFiles} from "./martFiles.js";

/** Tables of meta that loading fills; any other counts as another in every build. */
const LOADED = ["ledger", "migrations", "parameters", "source_files", "unmapped_fields"];

/** Names of marts, views and checks, “schema.name” in lower case. */
export interface ChangedFiles {
  /** Made by files that are new or another than when the warehouse was built. */
  changed: string[];
  /** Made by files that are no more. */
  gone: string[];
  /** All that the warehouse was built with. */
  earlier: string[];
}

/** Compares the SELECTs of marts, views and checks with those that the given warehouse was built with. */
export async function changedFiles(warehouse: Warehouse): Promise<ChangedFiles> {
  const rows = await warehouse.rows<{path: string; sha256: string}>(
    "select path, sha256 from meta.mart_files"
  );
  const known = new Map(rows.map(({path, sha256}) => [path, sha256]));
  const files = martFiles();
  const paths = new Set(files.map(({path}) => path));
  return {
    changed: files.filter(({path, sha256}) => known.get(path) !== sha256).map(({path}) => madeBy(path)),
    gone: rows.filter(({path}) => !paths.has(path)).map(({path}) => madeBy(path)),
    earlier: rows.map(({path}) => madeBy(path))
  };
}

/**
 * Returns the names of what differs once those of the given names do: they themselves, and what reads one of them, also
 * through views and macros, or a table that every build writes, or what the parser cannot tell, such as DuckDB’s catalogue.
 */
export async function remadeNames(warehouse: Warehouse, changed: string[]): Promise<Set<string>> {
  const reads = await allReads(warehouse);
  const remade = new Set(changed);
  const isRemade = (name: string) => remade.has(name) || isWrittenAnew(name);
  for (let size = -1; size < remade.size;) {
    size = remade.size;
    for (const [name, names] of reads) if (!names || names.some(isRemade)) remade.add(name);
  }
  return remade;
}

/** Returns what each mart, view, check and macro reads; undefined where that cannot be told. */
async function allReads(warehouse: Warehouse): Promise<Map<string, string[] | undefined>> {
  const definitions = await definitionsOf(warehouse);
  const texts = new Map(definitions.map(({name, text}) => [name.toLowerCase(), text]));
  for (const {path, text} of martFiles()) texts.set(madeBy(path), text);
  const reads = new Map<string, string[] | undefined>();
  for (const [name, text] of texts) {
    const names = await namesRead(warehouse, text);
    reads.set(
      name,
      names && !names.readsBeyond ? [...names.relations.map(withSchema), ...names.functions] : undefined
    );
  }
  return reads;
}

/** A name without a schema is that of a common table expression, or else of something in main. */
function withSchema(relation: string): string {
  return relation.includes(".") ? relation : `main.${relation}`;
}

function isWrittenAnew(name: string): boolean {
  return name.startsWith("meta.") && !LOADED.includes(name.slice("meta.".length));
}
