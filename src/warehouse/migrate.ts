import {createHash} from "node:crypto";
import {UserError} from "../error.js";
import {naming} from "./models.js";
import type {Warehouse} from "./open.js";
import {readSqlFolder, type SqlFile} from "./sqlFile.js";

const LEDGER = `
create schema if not exists meta;
create table if not exists meta.migrations (
  name varchar primary key,
  checksum varchar not null,
  applied_at timestamptz not null default now()
);
comment on table meta.migrations is 'Migrations that this file has seen.';
comment on column meta.migrations.name is 'Name of the file in sql/migrations.';
comment on column meta.migrations.checksum is 'First 16 digits of the SHA-256 of its text: it is never edited afterwards.';
comment on column meta.migrations.applied_at is 'When it was applied.';`;

/**
 * Applies the migrations that the warehouse has not seen, oldest first, each in a transaction of its own,
 * and returns their names. Throws if a migration was edited after it was applied.
 */
export async function migrate(warehouse: Warehouse, folder = "sql/migrations"): Promise<string[]> {
  await warehouse.run(LEDGER);
  const rows = await warehouse.rows<{name: string; checksum: string}>(
    "select name, checksum from meta.migrations"
  );
  const applied = new Map(rows.map(({name, checksum}) => [name, checksum]));
  const names: string[] = [];
  for (const file of readSqlFolder(folder)) {
    const expected = applied.get(file.name);
    if (expected === undefined) names.push(await apply(warehouse, file));
    else if (expected !== checksum(file))
      throw new UserError(`migration edited after it was applied: ${file.path}; add a new migration instead`);
  }
  return names;
}

async function apply(warehouse: Warehouse, file: SqlFile): Promise<string> {
  await warehouse.transaction(async () => {
    await naming(file, () => warehouse.run(file.text));
    await warehouse.run("insert into meta.migrations (name, checksum) values ($name, $checksum)", {
      name: file.name,
      checksum: checksum(file)
    });
  });
  return file.name;
}

function checksum({text}: SqlFile): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
