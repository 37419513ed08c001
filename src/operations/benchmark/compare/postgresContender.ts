import {setTimeout as sleep} from "node:timers/promises";
import type {Parameters} from "../../../warehouse/open.js";
import {type Contender, questionText, statements} from "./contender.js";
import {type PostgresServer, startPostgres} from "./postgresServer.js";
import type {TableData} from "./tableData.js";

const NAME = "postgresql";
const ATTEMPTS = 100;
const RETRY_MS = 100;

interface Client {
  connect(): Promise<void>;
  query<T = Record<string, unknown>>(
    sql: string | {name: string; text: string; values: unknown[]; rowMode?: "array"},
    values?: unknown[]
  ): Promise<{rows: T[]}>;
  end(): Promise<void>;
}

/**
 * Builds the plan’s tables in a PostgreSQL server started for the purpose, services in a GIN index; null where
 * PostgreSQL is not installed.
 */
export async function postgresContender(tables: TableData[]): Promise<Contender | null> {
  const server = await startPostgres();
  if (!server) return null;
  try {
    const client = await connect(server);
    const start = performance.now();
    for (const statement of statements(NAME, "schema")) await client.query(statement);
    for (const {table, columns, batches} of tables)
      for (const batch of batches)
        await client.query(
          `insert into main.${table} (${columns.join(", ")})
           select ${columns.join(", ")} from json_populate_recordset(null::main.${table}, $1::json)`,
          [batch]
        );
    for (const statement of statements(NAME, "indexes")) await client.query(statement);
    return await contender(client, server, performance.now() - start);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function contender(client: Client, server: PostgresServer, buildMs: number): Promise<Contender> {
  const {rows} = await client.query<{version: string; bytes: number}>(
    `select current_setting('server_version') as version,
       cast(pg_database_size(current_database()) as double precision) as bytes`
  );
  const texts = new Map<string, ReturnType<typeof positional>>();
  return {
    name: "PostgreSQL",
    note: `PostgreSQL ${rows[0]!.version.split(" ")[0]} over a local socket, as installed, services in a GIN index`,
    buildMs,
    megabytes: rows[0]!.bytes / 1e6,
    async ask(question, parameters) {
      const known = texts.get(question) ?? positional(questionText(NAME, question));
      texts.set(question, known);
      const {text, names} = known;
      const values = names.map((name) => parameters[name]);
      return (await client.query<unknown[]>({name: question, text, values, rowMode: "array"})).rows;
    },
    async close() {
      await client.end();
      await server.stop();
    }
  };
}

/** Numbers the parameters $name as PostgreSQL wants them. */
function positional(sql: string): {text: string; names: string[]} {
  const names: string[] = [];
  const text = sql.replace(/\$([a-z_]+)/g, (_, name: keyof Parameters & string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return {text, names};
}

async function connect({host, user}: PostgresServer): Promise<Client> {
  // pg is written in CommonJS and its types are not needed for three methods.
  const module = "pg";
  const {default: pg} = (await import(module)) as {
    default: {Client: new (options: object) => Client};
  };
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({host, user, database: "postgres"});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await sleep(RETRY_MS);
    }
  }
}
