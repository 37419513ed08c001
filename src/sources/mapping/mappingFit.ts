import {UserError} from "../../error.js";
import {fieldTexts, isRecord, type SourceRecord, valueAt} from "./fieldTexts.js";
import {MAPPED_FIELDS} from "./mappedFields.js";
import type {FieldRule, Mapping} from "./mapping.js";

const MOST_COLUMNS = 500;

/** Watches records go by and tells at the end whether the mapping’s columns exist and hold what it says. */
export class MappingFit {
  private readonly columns: Set<string>;
  private readonly unseen = new Map<string, string>();
  private readonly unproven = new Map<string, {rules: FieldRule[]; sample?: string}>();

  /** The header, where the file has one, is all the columns there are. */
  constructor(
    private readonly mapping: Mapping,
    header: string[] = []
  ) {
    this.columns = new Set(header);
    for (const [name, rules] of mapping.fields) {
      for (const column of rules.flatMap((rule) => rule.columns))
        if (!this.columns.has(column.toLowerCase())) this.unseen.set(column, name);
      if (MAPPED_FIELDS[name]!.kind === "number") this.unproven.set(name, {rules});
    }
    if (header.length) this.refuseUnseen();
  }

  observe(record: SourceRecord): void {
    if (this.columns.size < MOST_COLUMNS) for (const column of columnsOf(record)) this.columns.add(column);
    for (const column of this.unseen.keys())
      if (valueAt(record, column) !== undefined) this.unseen.delete(column);
    for (const [name, field] of this.unproven) {
      const texts = field.rules.flatMap((rule) => fieldTexts(rule, record));
      if (texts.some((text) => /\d/.test(text))) this.unproven.delete(name);
      else field.sample ??= texts[0];
    }
  }

  /** Throws a UserError naming the mapping, the entry that does not fit, and the columns that exist. */
  refuseMisfits(): void {
    this.refuseUnseen();
    for (const [name, {rules, sample}] of this.unproven) {
      if (sample === undefined) continue;
      const column = rules.flatMap((rule) => rule.columns).join(", ") || "a constant";
      this.refuse(`${name} takes a number, and “${column}” never holds one (“${sample.slice(0, 40)}”)`);
    }
  }

  private refuseUnseen(): void {
    for (const [column, name] of this.unseen) this.refuse(`${name} reads “${column}”, which is no column`);
  }

  private refuse(what: string): never {
    const columns = Array.from(this.columns).join(", ");
    throw new UserError(
      `wrong mapping: ${this.mapping.path}: ${what}; a fixed value is written {"constant": …}; columns: ${columns}`
    );
  }
}

function columnsOf(record: SourceRecord): string[] {
  return Object.entries(record).flatMap(([key, value]) =>
    isRecord(value) ? [key, ...Object.keys(value).map((inner) => `${key}.${inner}`)] : [key]
  );
}
