import {existsSync} from "node:fs";
import {
  DuckDBInstance,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBValue,
  quotedIdentifier,
  quotedString
} from "@duckdb/node-api";
import {UserError} from "../error.js";
import {resultRows} from "./resultRows.js";

export type Row = Record<string, unknown>;
export type Parameters = Record<string, DuckDBValue>;

export interface OpenOptions {
  readOnly?: boolean;
  /** DuckDB settings such as memory_limit, threads or temp_directory. */
  settings?: Record<string, string>;
  /** How many statements may run at a time: see runInLanes. */
  lanes?: number;
}

/** Many statements keep one thread busy only, and two cores are the least that a machine has. */
const LANES = 2;

/** An open DuckDB database. One connection; statements run in order. */
export class Warehouse {
  private constructor(
    readonly path: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    readonly lanes: number,
    private readonly isBeside = false
  ) {}

  /** Opens the database at the given path, creating it unless readOnly; ":memory:" is a private one. */
  static async open(
    path: string,
    {readOnly = false, settings = {}, lanes = LANES}: OpenOptions = {}
  ): Promise<Warehouse> {
    if (readOnly && !existsSync(path))
      throw new UserError(`no warehouse at ${path}; run workbench migrate to build it`);
    const access = readOnly ? {access_mode: "READ_ONLY"} : undefined;
    const instance = await DuckDBInstance.create(path, {...settings, ...access});
    return new Warehouse(path, instance, await instance.connect(), lanes);
  }

  /** Opens another connection to the same database, whose statements run at the same time; it is closed on its own. */
  async beside(): Promise<Warehouse> {
    return new Warehouse(this.path, this.instance, await this.instance.connect(), this.lanes, true);
  }

  async run(sql: string, params?: Parameters): Promise<void> {
    await this.connection.run(sql, params);
  }

  /** Returns the result’s rows as objects of JavaScript values (BIGINT as bigint, DATE as Date, LIST as array). */
  async rows<T = Row>(sql: string, params?: Parameters): Promise<T[]> {
    return resultRows<T>(await this.connection.run(sql, params));
  }

  /** Returns the result’s columns by name, each an array in row order; several times faster than rows. */
  async columns(sql: string, params?: Parameters): Promise<Record<string, unknown[]>> {
    return (await this.connection.runAndReadAll(sql, params)).getColumnsObjectJS() as Record<
      string,
      unknown[]
    >;
  }

  /** Yields the result in chunks of 2,048 rows as DuckDB holds them, for reading millions of numbers. */
  async *chunks(sql: string, params?: Parameters): AsyncGenerator<DuckDBDataChunk> {
    const result = await this.connection.stream(sql, params);
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
      yield chunk;
  }

  /** Appends to a table, column values in the table’s order, and closes the appender even if the callback throws. */
  async append(table: string, callback: (appender: DuckDBAppender) => void | Promise<void>): Promise<void> {
    const [name, schema, catalog] = table.split(".").reverse();
    const appender = await this.connection.createAppender(name!, schema, catalog);
    try {
      await callback(appender);
    } finally {
      appender.closeSync();
    }
  }

  /** Runs the callback in a transaction, rolling back (schema changes included) if it throws. */
  async transaction<T>(callback: () => Promise<T>): Promise<T> {
    await this.run("begin");
    try {
      const result = await callback();
      await this.run("commit");
      return result;
    } catch (error) {
      await this.run("rollback");
      throw error;
    }
  }

  /**
   * Attaches an empty in-memory database, so that intermediate tables never reach the published file. DuckDB
   * scans one row group a thread, and its default of 122,880 rows would leave all but one thread idle.
   */
  async attachScratch(name: string, path = ":memory:"): Promise<void> {
    await this.run(`attach ${quotedString(path)} as ${quotedIdentifier(name)} (row_group_size 8192)`);
  }

  close(): void {
    this.connection.closeSync();
    if (!this.isBeside) this.instance.closeSync();
  }
}
