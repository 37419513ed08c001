import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {createLanding, landSources} from "../../src/pipeline/landSources.js";
import {loadSeeds} from "../../src/pipeline/loadSeeds.js";
import {normalizePhones} from "../../src/pipeline/normalizePhones.js";
import {Staging} from "../../src/pipeline/staging.js";
import {LandedParts} from "../../src/sources/landedParts.js";
import {type Job, runInLanes} from "../../src/warehouse/lanes.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {loadTables, modelJobs} from "../../src/warehouse/models.js";
import {type Row, Warehouse} from "../../src/warehouse/open.js";

export type Files = Record<string, string | Buffer | object>;

const SCRATCH = ["raw", "staging", "conformed"];
const PHONES: Job = {name: "conformed.phones", after: ["conformed.phone_texts"], run: normalizePhones};
const FILLED = [
  "main.organization_continuum",
  "main.organization_services",
  "main.source_values",
  "main.services"
];
const DESCRIBED = ["main.organizations", "meta.source_files", "meta.ledger", "meta.unmapped_fields"];

/** Writes files into a new folder; objects become JSON. Returns the folder and what removes it. */
export function folderOf(files: Files): {folder: string; remove: () => void} {
  const folder = mkdtempSync(join(tmpdir(), "workbench-hostile-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    const isText = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(join(folder, name), isText ? content : JSON.stringify(content));
  }
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/** A warehouse with its reference tables, to load one folder after another into. */
export class Directory {
  private constructor(readonly warehouse: Warehouse) {}

  static async open(): Promise<Directory> {
    const warehouse = await Warehouse.open(":memory:");
    for (const scratch of SCRATCH) await warehouse.attachScratch(scratch);
    await migrate(warehouse);
    await loadSeeds(warehouse);
    return new Directory(warehouse);
  }

  /** Writes the files and runs the loading steps of a build, to the directory’s tables and the ledger. */
  async load(files: Files): Promise<void> {
    const {folder, remove} = folderOf(files);
    await this.loadFolder(folder).finally(remove);
  }

  async loadFolder(folder: string): Promise<void> {
    await this.empty();
    const parts = new LandedParts();
    await createLanding(this.warehouse);
    await landSources(this.warehouse, {folder, isSample: false}, parts);
    const staging = new Staging();
    await staging.stage(this.warehouse, parts);
    await staging.join(this.warehouse);
    const conformed = await modelJobs(this.warehouse, "sql/conformed", {schema: "conformed", kind: "table"});
    await runInLanes(this.warehouse, [PHONES, ...conformed]);
    await loadTables(this.warehouse, "sql/tables", "main");
    await this.warehouse.run(
      "insert into meta.ledger select record_id, source, file, position, line, sha256, disposition, organization_id, reason from conformed.dispositions"
    );
  }

  organizations(columns = "*"): Promise<Row[]> {
    return this.warehouse.rows(`select ${columns} from main.organizations order by record_id`);
  }

  ledger(): Promise<Row[]> {
    return this.warehouse.rows(
      "select file, position, line, disposition, organization_id, reason from meta.ledger order by record_id"
    );
  }

  close(): void {
    this.warehouse.close();
  }

  private async empty(): Promise<void> {
    for (const scratch of SCRATCH) {
      await this.warehouse.run(`detach database if exists ${scratch}`);
      await this.warehouse.attachScratch(scratch);
    }
    for (const table of [...FILLED, ...DESCRIBED]) await this.warehouse.run(`delete from ${table}`);
  }
}
