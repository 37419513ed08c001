// What “npm:@duckdb/duckdb-wasm” is on our pages: DuckDB-Wasm that never asks for an extension, with Parquet
// read by parquet-wasm, because DuckDB-Wasm’s own reader is an extension that it would download.
import * as duckdb from "@duckdb/duckdb-wasm";
import {parquetToArrow} from "./parquetToArrow.js";

export * from "@duckdb/duckdb-wasm";

type Query = (text: string, ...rest: unknown[]) => Promise<unknown>;

const PARQUET =
  /\b(?:parquet_scan|read_parquet)\(\s*'([^']+)'\s*\)|(?<=\b(?:from|join)\s+)'([^']+\.parquet)'/gi;

/** DuckDB-Wasm in which a registered Parquet file is loaded as a table when a statement first names it. */
export class AsyncDuckDB extends duckdb.AsyncDuckDB {
  readonly #urls = new Map<string, string>();
  readonly #tables = new Map<string, Promise<string>>();

  override async open(config: duckdb.DuckDBConfig): Promise<void> {
    await super.open({...config, query: {castDecimalToDouble: true, ...config.query}});
    const connection = await super.connect();
    // A failed download of an extension leaves the module unusable; a refusal is an error that can be read.
    await connection.query("set autoinstall_known_extensions = false");
    await connection.query("set autoload_known_extensions = false");
    await connection.close();
  }

  override async registerFileURL(
    name: string,
    url: string,
    protocol: duckdb.DuckDBDataProtocol,
    directIO: boolean
  ): Promise<void> {
    if (/\.parquet$/i.test(name)) this.#urls.set(name, url);
    else await super.registerFileURL(name, url, protocol, directIO);
  }

  override async connect(): Promise<duckdb.AsyncDuckDBConnection> {
    const connection = await super.connect();
    const methods = connection as unknown as Record<string, Query>;
    for (const method of ["query", "send", "prepare"]) {
      const original = methods[method]!.bind(connection);
      methods[method] = async (text, ...rest) => original(await this.#withTables(text), ...rest);
    }
    return connection;
  }

  async #withTables(text: string): Promise<string> {
    const names = new Set(Array.from(text.matchAll(PARQUET), ([, called, bare]) => called ?? bare!));
    const known = [...names].filter((name) => this.#urls.has(name));
    const tables = new Map(
      await Promise.all(known.map(async (name) => [name, await this.#table(name)] as const))
    );
    return text.replace(PARQUET, (match, called, bare) => tables.get(called ?? bare) ?? match);
  }

  #table(name: string): Promise<string> {
    const table = this.#tables.get(name) ?? this.#load(name);
    this.#tables.set(name, table);
    return table;
  }

  async #load(name: string): Promise<string> {
    const table = `parquet:${name}`;
    const connection = await super.connect();
    try {
      const stream = await parquetToArrow(this.#urls.get(name)!);
      await connection.insertArrowFromIPCStream(stream, {name: table, create: true});
    } finally {
      await connection.close();
    }
    return `"${table}"`;
  }
}
