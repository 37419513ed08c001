import {closeSync, mkdirSync, openSync, writeFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import type {ValidateFunction} from "ajv";
import {UserError} from "../../../error.js";
import type {Warehouse} from "../../../warehouse/open.js";
import {eachRun, readContext, readTaxonomies} from "./context.js";
import {dataPackage} from "./dataPackage.js";
import type {JsonObject} from "./directoryRecord.js";
import {complaint, nestedValidator, SCHEMAS, tabularFields, tabularValidator} from "./schemas.js";
import {flatten, RESOURCES} from "./tables.js";
import {toHsds} from "./toHsds.js";

export const FILES = {services: "services.json", taxonomies: "taxonomies.json", terms: "taxonomy_terms.json"};

/** Counts of objects that were validated, by the name of their schema. */
export interface Validated {
  nested: Record<string, number>;
  tabular: Record<string, number>;
  /** How many services have a field that not every record can fill. */
  filled: Record<string, number>;
}

/**
 * Writes the directory as HSDS 3.1: json/ holds services with everything nested in them, tabular/ the same as a
 * package of CSV files. Every object is checked against its schema in both forms before it is written; throws at the
 * first that is not valid.
 */
export async function writeHsds(warehouse: Warehouse, folder: string): Promise<Validated> {
  const writer = new Writer(folder);
  try {
    const context = await readContext(warehouse);
    const {taxonomies, terms} = await readTaxonomies(warehouse, context);
    writer.list(FILES.taxonomies, "taxonomy", taxonomies);
    writer.list(FILES.terms, "taxonomy_term", terms);
    const [row] = await warehouse.rows<{count: bigint}>("select count(*) as count from main.organizations");
    writer.begin(Number(row!.count));
    await eachRun(warehouse, (records) => writer.services(records.map((record) => toHsds(record, context))));
    return writer.end();
  } finally {
    writer.close();
  }
}

class Writer {
  readonly validated: Validated = {nested: {}, tabular: {}, filled: {}};
  private readonly files = new Map<string, number>();
  private readonly seen = new Set<unknown>();
  private readonly tabular: Record<string, ValidateFunction> = {};
  private readonly nested = nestedValidator("service");
  private readonly columns: Record<string, string[]> = {};
  private pending: Record<string, string[]> = {};
  private isFirst = true;

  constructor(private readonly folder: string) {
    mkdirSync(join(folder, "json"));
    mkdirSync(join(folder, "tabular"));
    for (const resource of RESOURCES) {
      this.tabular[resource] = tabularValidator(resource);
      this.columns[resource] = tabularFields(resource).map(([name]) => name);
      this.validated.tabular[resource] = 0;
      this.write(`tabular/${SCHEMAS[resource]!.path}`, `${this.columns[resource]!.join(",")}\n`);
    }
    writeFileSync(join(folder, "tabular", "datapackage.json"), `${JSON.stringify(dataPackage(), null, 1)}\n`);
  }

  /** Writes a whole list of objects of one kind, one a line. */
  list(file: string, resource: string, objects: JsonObject[]): void {
    const validate = nestedValidator(resource);
    for (const object of objects) this.check(this.validated.nested, resource, validate, object);
    this.write(`json/${file}`, `[\n${objects.map((object) => JSON.stringify(object)).join(",\n")}\n]\n`);
    for (const object of objects) flatten(resource, object, (name, row) => this.row(name, row));
    this.flush();
  }

  /** Begins the one page of services, as the specification’s interface pages them. */
  begin(count: number): void {
    const page = {total_items: count, total_pages: 1, page_number: 1, size: count};
    const ends = {first_page: true, last_page: true, empty: count === 0};
    this.write(`json/${FILES.services}`, `${JSON.stringify({...page, ...ends}).slice(0, -1)},"contents":[`);
  }

  services(services: JsonObject[]): void {
    for (const service of services) {
      this.check(this.validated.nested, "service", this.nested, service);
      this.count(service);
      flatten("service", service, (name, row) => this.row(name, row));
    }
    const lines = services.map((service) => JSON.stringify(service)).join(",\n");
    this.write(`json/${FILES.services}`, `${this.isFirst ? "\n" : ",\n"}${lines}`);
    this.isFirst = false;
    this.flush();
  }

  end(): Validated {
    this.write(`json/${FILES.services}`, "\n]}\n");
    return this.validated;
  }

  close(): void {
    for (const file of this.files.values()) closeSync(file);
  }

  private row(resource: string, row: JsonObject): void {
    if (resource === "unit" && this.seen.has(row.id)) return;
    if (resource === "unit") this.seen.add(row.id);
    this.check(this.validated.tabular, resource, this.tabular[resource]!, row);
    (this.pending[resource] ??= []).push(this.columns[resource]!.map((name) => cell(row[name])).join(","));
  }

  private check(
    counts: Record<string, number>,
    resource: string,
    validate: ValidateFunction,
    object: JsonObject
  ): void {
    if (!validate(object))
      throw new UserError(`not valid HSDS: ${resource} ${complaint(validate, object)}; report this as a bug`);
    counts[resource] = (counts[resource] ?? 0) + 1;
  }

  private count(service: JsonObject): void {
    const {filled} = this.validated;
    const [at] = service.service_at_locations as JsonObject[];
    const location = at?.location as JsonObject | undefined;
    const has = {
      phone: (service.phones as unknown[]).length > 0,
      location: location !== undefined,
      whole_address: ((location?.addresses ?? []) as unknown[]).length > 0,
      coordinates: location?.latitude !== undefined,
      website: (service.organization as JsonObject).website !== undefined,
      email: (service.organization as JsonObject).email !== undefined,
      capacity: (service.capacities as unknown[]).length > 0,
      taxonomy_terms: (service.attributes as unknown[]).length > 0,
      status_active: service.status === "active"
    };
    for (const [name, value] of Object.entries(has)) filled[name] = (filled[name] ?? 0) + Number(value);
  }

  private flush(): void {
    for (const [resource, lines] of Object.entries(this.pending))
      this.write(`tabular/${SCHEMAS[resource]!.path}`, `${lines.join("\n")}\n`);
    this.pending = {};
  }

  private write(file: string, text: string): void {
    let handle = this.files.get(file);
    if (handle === undefined) this.files.set(file, (handle = openSync(join(this.folder, file), "w")));
    writeSync(handle, text);
  }
}

/** RFC 4180: text in quotes, so that an empty text differs from an absent one. */
function cell(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value);
}
