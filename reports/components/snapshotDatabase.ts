import type {FileHandle} from "observablehq:stdlib";
import type {Row} from "./csv.js";

export interface CatalogEntry {
  fileName: string;
  title: string;
  grain: string;
  columns: {name: string; type: string}[];
}

export interface Result {
  columns: string[];
  rows: Row[];
  ms: number;
}

type Client = {query(sql: string): Promise<ArrowTable>};
interface ArrowTable {
  schema: {fields: {name: string; type: {toString(): string}}[]};
  [Symbol.iterator](): Iterator<{toJSON(): Row}>;
}

/** Returns the table’s name in SQL: the file’s, with underscores. */
export function tableName(fileName: string): string {
  return fileName.replace(/\.\w+$/, "").replaceAll("-", "_");
}

/**
 * A DuckDB database in the browser over all snapshots. The engine (8 MB compressed) is fetched by the first query,
 * and a snapshot by the first query that names it; `onProgress` says what is being fetched.
 */
export class SnapshotDatabase {
  #client: Promise<Client> | undefined;
  readonly #loaded = new Map<string, Promise<void>>();

  constructor(
    private readonly catalog: CatalogEntry[],
    private readonly catalogFile: FileHandle,
    private readonly onProgress: (text: string) => void
  ) {}

  async query(sql: string): Promise<Result> {
    this.#client ??= this.#open();
    const named = this.catalog.filter(({fileName}) =>
      new RegExp(`\\b${tableName(fileName)}\\b`, "i").test(sql)
    );
    const client = await this.#client;
    for (const {fileName} of named) await this.#load(fileName);
    this.onProgress("running");
    const started = performance.now();
    const table = await client.query(sql.replace(/;\s*$/, ""));
    const ms = performance.now() - started;
    const fields = table.schema.fields;
    const rows = Array.from(table, (row) => plainRow(row.toJSON(), fields));
    return {columns: fields.map(({name}) => name), rows, ms};
  }

  async #open(): Promise<Client> {
    this.onProgress("fetching the database engine (8 MB, once)");
    const {DuckDBClient} = await import("npm:@observablehq/duckdb");
    return (await DuckDBClient.of({})) as unknown as Client;
  }

  #load(fileName: string): Promise<void> {
    const loading = this.#loaded.get(fileName) ?? this.#insert(fileName);
    this.#loaded.set(fileName, loading);
    loading.catch(() => this.#loaded.delete(fileName));
    return loading;
  }

  async #insert(fileName: string): Promise<void> {
    this.onProgress(`fetching ${fileName}`);
    const client = (await this.#client) as unknown as {_db: Database};
    const url = this.#addressOf(fileName);
    await client._db.registerFileURL(fileName, url, HTTP, false);
    const connection = await client._db.connect();
    try {
      const name = tableName(fileName);
      if (fileName.endsWith(".json")) await connection.insertJSONFromPath(fileName, {name, schema: "main"});
      else await connection.query(`create table "${name}" as select * from parquet_scan('${fileName}')`);
    } finally {
      await connection.close();
    }
  }

  /** The built site keeps snapshots at data/; the preview serves them beside the catalogue. */
  #addressOf(fileName: string): string {
    const isPreview = this.catalogFile.href.includes("?");
    return new URL(isPreview ? fileName : `../../data/${fileName}`, this.catalogFile.href).href;
  }
}

/** DuckDB-Wasm’s number for files that are fetched over HTTP. */
const HTTP = 4;

interface Database {
  registerFileURL(name: string, url: string, protocol: number, directIO: boolean): Promise<void>;
  connect(): Promise<{
    insertJSONFromPath(path: string, options: {name: string; schema: string}): Promise<void>;
    query(sql: string): Promise<unknown>;
    close(): Promise<void>;
  }>;
}

/** Turns what Arrow gives for big integers and dates into numbers and Date. */
function plainRow(row: Row, fields: {name: string; type: {toString(): string}}[]): Row {
  return Object.fromEntries(fields.map(({name, type}) => [name, plainValue(row[name], String(type))]));
}

function plainValue(value: unknown, type: string): unknown {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" && /^(Date|Timestamp)/.test(type)) return new Date(value);
  return value !== null && typeof value === "object" && !(value instanceof Date) ? String(value) : value;
}
