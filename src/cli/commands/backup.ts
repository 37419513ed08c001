import {messageOf, UserError} from "../../error.js";
import {backupType} from "../../operations/backup/backupName.js";
import {createBackup} from "../../operations/backup/createBackup.js";
import {type BackupList, latestBackup, listBackups} from "../../operations/backup/listBackups.js";
import {pruneBackups} from "../../operations/backup/pruneBackups.js";
import {restoreBackup} from "../../operations/backup/restoreBackup.js";
import {verifyBackup} from "../../operations/backup/verifyBackup.js";
import type {Command, Invocation} from "../command.js";

const ACTIONS: Record<string, (invocation: Invocation) => Promise<number | void>> = {
  create,
  list,
  verify,
  restore,
  prune
};

export const command: Command = {
  summary: "Back up the published warehouse, check backups, restore one, or prune old ones.",
  usage: [
    "backup create [--type TYPE] [--offsite FOLDER]",
    "backup list [--from FOLDER]",
    "backup verify [NAME] [--all] [--from FOLDER]",
    "backup restore [NAME] [--from FOLDER] [--migrate]",
    "backup prune [--dry-run] [--from FOLDER]"
  ],
  details:
    "A backup is a folder of Parquet files with the scripts that rebuild the warehouse; it is restored once, into\n" +
    "a scratch file, before it counts. Verify does that again. Restore publishes by rename and keeps what it\n" +
    "replaced. Without a name, verify and restore take the newest backup. Types: daily, weekly, monthly,\n" +
    "post_update, manual; prune keeps 7, 4, 12 and 12 of the first four and every manual one.",
  options: {
    type: {type: "string", default: "manual", description: "type of the backup (manual)"},
    offsite: {type: "string", description: "folder for a second copy (WORKBENCH_OFFSITE)"},
    from: {
      type: "string",
      description: "folder of backups, such as the off-site one (the state folder's own)"
    },
    all: {type: "boolean", description: "verify every backup"},
    migrate: {type: "boolean", description: "apply newer migrations before publishing"},
    "dry-run": {type: "boolean", description: "say what prune would remove"},
    json: {type: "boolean", description: "print one JSON object"}
  },
  positionals: 2,
  async run(invocation) {
    const [action = ""] = invocation.positionals;
    const run = ACTIONS[action];
    if (!run)
      throw new UserError(
        `unknown action: ${action || "none"}; choose one of ${Object.keys(ACTIONS).join(", ")}`,
        {exitCode: 2}
      );
    return run(invocation);
  }
};

async function create({values, config, output}: Invocation): Promise<void> {
  const type = backupType(values.type as string);
  output.progress(`backing up (${type})`);
  const offsite = (values.offsite as string | undefined) ?? config.offsite;
  const backup = await createBackup({...config, offsite}, {type, now: new Date()});
  output.done();
  if (values.json) return output.json(backup);
  output.line(`${backup.name}: ${backup.rows} rows, ${megabytes(backup.bytes)}, restored once and equal`);
  if (backup.offsite) output.line(`second copy: ${backup.offsite}`);
}

async function list({values, config, output}: Invocation): Promise<number> {
  const found = await listBackups(config, {from: values.from as string | undefined});
  if (values.json) output.json(found);
  else {
    for (const {name, rows, bytes, schema_version} of found.backups)
      output.line(
        `${name.padEnd(30)} ${megabytes(bytes).padStart(10)} ${rows} rows, schema ${schema_version}`
      );
    for (const {name, reason} of found.damaged) output.line(`${name.padEnd(30)} DAMAGED: ${reason}`);
    for (const name of found.unfinished) output.line(`${name.padEnd(30)} never finished; prune removes it`);
    if (!found.backups.length) output.line("no backups; make one with workbench backup create");
  }
  return found.damaged.length ? 1 : 0;
}

async function verify(invocation: Invocation): Promise<number> {
  const {values, positionals, config, output} = invocation;
  const from = values.from as string | undefined;
  if (values.all) return verifyAll(invocation, await listBackups(config, {from}));
  const name = positionals[1] ?? (await latestBackup(config, {from})).name;
  const verified = await verifyOne(invocation, name);
  if (values.json) output.json(verified);
  return 0;
}

async function verifyAll(invocation: Invocation, {backups, damaged}: BackupList): Promise<number> {
  const {values, output} = invocation;
  const verified: object[] = [];
  for (const {name} of backups)
    await verifyOne(invocation, name).then(
      (result) => verified.push(result),
      (error: unknown) => damaged.push({name, reason: messageOf(error)})
    );
  if (values.json) output.json({verified, damaged});
  else for (const {name, reason} of damaged) output.line(`${name}: DAMAGED: ${reason}`);
  return damaged.length ? 1 : 0;
}

async function verifyOne({values, config, output}: Invocation, name: string): Promise<object> {
  output.progress(`restoring ${name} into a scratch file`);
  const {backup, tables, checks} = await verifyBackup(config, name, {
    from: values.from as string | undefined
  });
  output.done();
  if (!values.json)
    output.line(`${name}: whole; ${tables} tables, ${backup.rows} rows and ${checks} checks as they were`);
  return {name, rows: backup.rows, tables, checks};
}

async function restore({values, positionals, config, output}: Invocation): Promise<void> {
  const from = values.from as string | undefined;
  const name = positionals[1] ?? (await latestBackup(config, {from})).name;
  output.progress(`restoring ${name}`);
  const result = await restoreBackup(config, name, {from, migrateForward: values.migrate === true});
  output.done();
  if (values.json) return output.json(result);
  output.line(`${name} is published: ${result.backup.rows} rows, equal to the original`);
  if (result.replaced) output.line(`the warehouse that it replaced: ${result.replaced}`);
  if (result.missingMigrations.length)
    output.line(
      `its schema is older: ${result.missingMigrations.join(", ")} not applied; workbench migrate builds anew`
    );
}

async function prune({values, config, output}: Invocation): Promise<number> {
  const dryRun = values["dry-run"] === true;
  const result = await pruneBackups(config, {
    now: new Date(),
    from: values.from as string | undefined,
    dryRun
  });
  if (values.json) output.json({...result, dryRun});
  else {
    for (const name of result.removed) output.line(`${dryRun ? "would remove" : "removed"} ${name}`);
    for (const {name, reason} of result.damaged) output.line(`left alone, damaged: ${name}: ${reason}`);
    output.line(`${result.kept.length} kept`);
  }
  return result.damaged.length ? 1 : 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
