// Writes the snapshot of one SELECT to standard output: see src/cli/emit.js.
import {createReadStream, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {readConfig} from "../config.js";
import {messageOf, UserError} from "../error.js";
import {ensureWarehouse} from "../pipeline/ensureWarehouse.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {snapshotOf} from "./snapshotList.js";
import {writeSnapshot} from "./writeSnapshot.js";

const config = readConfig();
const snapshot = snapshotOf(readSqlFile(process.argv[2]!));
const path = join(config.state, `snapshot-${process.pid}.${snapshot.format}`);
try {
  mkdirSync(config.state, {recursive: true});
  const warehouse = await ensureWarehouse(config);
  await writeSnapshot(warehouse, snapshot, path);
  warehouse.close();
  await pipeline(createReadStream(path), process.stdout);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(path, {force: true});
}
