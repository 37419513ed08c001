import type {JsonObject, TermRow} from "./directoryRecord.js";
import {uuid5} from "./uuid5.js";

/** The taxonomies of an export: one for each kind of term, and three of the project’s own. */
export const TAXONOMIES: Record<string, {name: string; description: string}> = {
  service: {name: "Services", description: "Services and treatment approaches, from the SAMHSA code book."},
  payment: {name: "Payment", description: "Payment and insurance accepted, from the SAMHSA code book."},
  population: {name: "Populations", description: "Populations served, from the SAMHSA code book."},
  language: {name: "Languages", description: "Languages of service, from the SAMHSA code book."},
  facility: {
    name: "Facility facts",
    description: "Kinds of facility and facts about them, from the SAMHSA code book."
  },
  step: {name: "Continuum of care", description: "Steps of the continuum of care, from crisis to community."},
  type: {name: "Kind of organization", description: "The list on which the organization was found."},
  field: {
    name: "Directory field",
    description: "Columns of the directory for which HSDS has no field; values are JSON."
  }
};

/** Returns the identifier of a taxonomy. */
export function taxonomyId(key: string): string {
  return uuid5(`taxonomy/${key}`);
}

/** Returns the identifier of a term; the taxonomy is part of its name, since codes repeat between them. */
export function termId(taxonomy: string, code: string): string {
  return uuid5(`term/${taxonomy}/${code}`);
}

/** Returns an attribute that says that the entity has the term. */
export function attribute(owner: string, taxonomy: string, code: string, rest: JsonObject = {}): JsonObject {
  return {
    id: uuid5(`attribute/${owner}/${taxonomy}/${code}`),
    taxonomy_term_id: termId(taxonomy, code),
    link_type: taxonomy,
    ...rest
  };
}

/** Returns an attribute that carries a directory column as JSON. */
export function fieldAttribute(owner: string, column: string, value: unknown): JsonObject {
  return attribute(owner, "field", column, {label: column, value: JSON.stringify(value)});
}

/** Returns the columns that field attributes carry, with their values. */
export function fieldValues(attributes: JsonObject[]): JsonObject {
  return Object.fromEntries(
    attributes
      .filter(({link_type}) => link_type === "field")
      .map(({label, value}) => [label as string, JSON.parse(value as string) as unknown])
  );
}

/** Returns the taxonomy term of a row of main.services, the code being the row’s id. */
export function termOf(row: TermRow): JsonObject {
  return {
    ...plainTerm(row.kind, row.id, row.service_name),
    description: row.description ?? row.service_name
  };
}

/** Returns a term of one of the project’s own taxonomies. */
export function plainTerm(taxonomy: string, code: string, name: string): JsonObject {
  return {
    id: termId(taxonomy, code),
    code: `${taxonomy}:${code}`,
    name,
    description: name,
    taxonomy: TAXONOMIES[taxonomy]?.name ?? taxonomy,
    taxonomy_id: taxonomyId(taxonomy)
  };
}
