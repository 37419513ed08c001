import type {Warehouse} from "../../../warehouse/open.js";
import type {DirectoryRecord, HsdsContext, JsonObject, TermRow} from "./directoryRecord.js";
import {fieldAttribute, fieldValues, plainTerm, TAXONOMIES, taxonomyId, termId, termOf} from "./taxonomy.js";
import {readSqlFile} from "../../../warehouse/sqlFile.js";

/** Organizations read, mapped and written at a time. */
export const RUN_LENGTH = 2000;

/** Columns of main.services that a taxonomy term spells in fields of its own. */
const TERM_FIELDS = new Set(["id", "service_name", "kind"]);

/** Reads what the mapping needs to know besides each record. */
export async function readContext(warehouse: Warehouse): Promise<HsdsContext> {
  const rows = await warehouse.rows<{term: string}>(
    'select to_json("the term")::varchar as term from main.services as "the term" order by id'
  );
  const terms = rows.map(({term}) => JSON.parse(term) as TermRow);
  const [build] = await warehouse.rows<{is_sample: boolean; built_on: string}>(
    "select is_sample, built_at::date::varchar as built_on from meta.builds"
  );
  return {
    terms: new Map(terms.map((term) => [term.id, term])),
    termsByUuid: byUuid(terms),
    isSample: build?.is_sample ?? false,
    builtOn: build?.built_on ?? "1970-01-01"
  };
}

/** Returns the terms by the identifiers of their taxonomy terms. */
export function byUuid(terms: TermRow[]): Map<string, TermRow> {
  return new Map(terms.map((term) => [termId(term.kind, term.id), term]));
}

/** Passes the directory to the callback, a run of records at a time, ordered by id. */
export async function eachRun(
  warehouse: Warehouse,
  callback: (records: DirectoryRecord[]) => void
): Promise<void> {
  const {text} = readSqlFile("sql/archive/hsds_records.sql");
  for (let after = ""; ;) {
    const rows = await warehouse.rows<{id: string; record: string}>(text, {after, count: RUN_LENGTH});
    if (!rows.length) return;
    callback(rows.map(({record}) => JSON.parse(record) as DirectoryRecord));
    after = rows.at(-1)!.id;
  }
}

/** Returns the taxonomies and all their terms, those of main.services with the columns that HSDS cannot spell. */
export async function readTaxonomies(
  warehouse: Warehouse,
  {terms}: HsdsContext
): Promise<{taxonomies: JsonObject[]; terms: JsonObject[]}> {
  const own = await warehouse.rows<{taxonomy: string; code: string}>(
    `select distinct 'step' as taxonomy, step as code from main.organization_continuum
     union all select distinct 'type', organization_type from main.organizations
     union all select 'field', column_name from duckdb_columns()
     where database_name = current_database() and schema_name = 'main' and table_name in ('organizations', 'services')
     group by column_name
     order by taxonomy, code`
  );
  return {
    taxonomies: Object.entries(TAXONOMIES).map(([key, words]) => ({id: taxonomyId(key), ...words})),
    terms: [
      ...[...terms.values()].map((row) => ({...termOf(row), attributes: termAttributes(row)})),
      ...own.map(({taxonomy, code}) => plainTerm(taxonomy, code, code))
    ]
  };
}

function termAttributes(row: TermRow): JsonObject[] {
  return Object.entries(row)
    .filter(([column]) => !TERM_FIELDS.has(column))
    .map(([column, value]) => fieldAttribute(`term/${row.id}`, column, value));
}

/** Returns the row of main.services that a taxonomy term was written from, or nothing for the project’s own terms. */
export function termRow({code, name, attributes}: JsonObject): TermRow | undefined {
  const own = (attributes ?? []) as JsonObject[];
  if (!own.length) return undefined;
  const [kind, ...id] = (code as string).split(":");
  return {id: id.join(":"), service_name: name, kind, ...fieldValues(own)} as unknown as TermRow;
}
