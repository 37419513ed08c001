import type {DuckDBConnection, DuckDBPreparedStatement} from "@duckdb/node-api";
import type {Parameters, Row} from "./open.js";
import {resultRows} from "./resultRows.js";

/** As many statements as a program asks again and again; the one unused for longest makes room. */
const KEPT = 100;

/**
 * The statements of one connection, each parsed and its parameters told once however often it is asked; one without
 * parameters is planned once too. DuckDB 1.5 plans one that has parameters and reads a table anew each time.
 */
export class PreparedStatements {
  private readonly kept = new Map<string, DuckDBPreparedStatement>();

  constructor(readonly connection: DuckDBConnection) {}

  /** Runs a single statement and returns its rows as objects of JavaScript values. */
  async rows<T = Row>(sql: string, params: Parameters = {}): Promise<T[]> {
    const statement = await this.statement(sql);
    statement.bind(params);
    return resultRows<T>(await statement.run());
  }

  close(): void {
    for (const statement of this.kept.values()) statement.destroySync();
    this.kept.clear();
    this.connection.closeSync();
  }

  private async statement(sql: string): Promise<DuckDBPreparedStatement> {
    const known = this.kept.get(sql);
    this.kept.delete(sql);
    const statement = known ?? (await this.connection.prepare(sql));
    this.kept.set(sql, statement);
    if (this.kept.size > KEPT) this.forgetOldest();
    return statement;
  }

  private forgetOldest(): void {
    const [sql, statement] = this.kept.entries().next().value!;
    this.kept.delete(sql);
    statement.destroySync();
  }
}
