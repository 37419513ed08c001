import {existsSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {UserError} from "../error.js";
import type {Parameters, Row} from "./open.js";
import {PreparedStatements} from "./preparedStatements.js";
import {questionKey, SharedAnswers} from "./sharedAnswers.js";

export interface PoolOptions {
  /** Connections, and so statements that run at once. */
  size: number;
  /** Threads of each statement; DuckDB’s own choice unless given. */
  threads?: number;
  /**
   * Lets those who ask the same text with the same values at the same time share one answer, and so the objects of
   * its rows, which none of them may change then. The file is read-only, so each would get an equal one.
   */
  isSharing?: boolean;
}

/** Says that a statement was interrupted because its time was over. */
export class StatementTimeout extends Error {}

/**
 * A read-only warehouse with several connections and a queue: statements start in the order in which they were
 * asked for, as connections become free. Statements of one connection would wait for each other anyway, and
 * libuv runs only four at a time. Each connection keeps its statements prepared, so pass values as parameters.
 */
export class ConnectionPool {
  private readonly waiting: Array<(connection: PreparedStatements) => void> = [];

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connections: PreparedStatements[],
    private readonly free: PreparedStatements[],
    private readonly shared: SharedAnswers | null
  ) {}

  static async open(path: string, {size, threads, isSharing = false}: PoolOptions): Promise<ConnectionPool> {
    if (!existsSync(path)) throw new UserError(`no warehouse at ${path}; run workbench migrate to build it`);
    const instance = await DuckDBInstance.create(path, {
      access_mode: "READ_ONLY",
      ...(threads === undefined ? {} : {threads: String(threads)})
    });
    const connections = await Promise.all(
      Array.from({length: size}, async () => new PreparedStatements(await instance.connect()))
    );
    return new ConnectionPool(
      instance,
      connections,
      [...connections],
      isSharing ? new SharedAnswers() : null
    );
  }

  /** Answers that more than the first to ask got; 0 in a pool that does not share. */
  get sharedCount(): number {
    return this.shared?.sharedCount ?? 0;
  }

  /**
   * Runs a statement on the next free connection and returns its rows. Interrupts it after timeoutMs of running,
   * waiting not counted, and then throws a StatementTimeout; the connection serves the next one.
   */
  async rows<T = Row>(
    sql: string,
    params?: Parameters,
    {timeoutMs}: {timeoutMs?: number} = {}
  ): Promise<T[]> {
    const ask = () => this.ask<T>(sql, params, timeoutMs);
    return this.shared ? this.shared.ask(questionKey(sql, params, timeoutMs), ask) : ask();
  }

  close(): void {
    for (const connection of this.connections) connection.close();
    this.instance.closeSync();
  }

  private async ask<T>(sql: string, params?: Parameters, timeoutMs?: number): Promise<T[]> {
    const connection = await this.take();
    let isOver = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            isOver = true;
            connection.connection.interrupt();
          }, timeoutMs);
    try {
      return await connection.rows<T>(sql, params);
    } catch (error) {
      if (isOver) throw new StatementTimeout(`interrupted after ${timeoutMs} ms: ${sql}`, {cause: error});
      throw error;
    } finally {
      clearTimeout(timer);
      this.release(connection);
    }
  }

  private take(): Promise<PreparedStatements> {
    const connection = this.free.pop();
    return connection
      ? Promise.resolve(connection)
      : new Promise((resolve) => void this.waiting.push(resolve));
  }

  private release(connection: PreparedStatements): void {
    const next = this.waiting.shift();
    if (next) next(connection);
    else this.free.push(connection);
  }
}
