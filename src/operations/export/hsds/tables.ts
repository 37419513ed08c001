import type {JsonObject} from "./directoryRecord.js";

/** How a nested object hangs on its parent, and which of the two holds the reference in the tabular form. */
interface Branch {
  resource: string;
  /** The parent’s field that refers to the child, for an object. */
  parentField?: string;
  /** The child’s field that refers to the parent, for a list. */
  childField?: string;
  /** The child’s field that names the parent’s resource, where several kinds can be its parent. */
  entityField?: string;
}

/** The parts of HSDS that the directory uses: the tree that hangs on a service. */
const TREE: Record<string, Record<string, Branch>> = {
  service: {
    organization: {resource: "organization", parentField: "organization_id"},
    phones: {resource: "phone", childField: "service_id"},
    languages: {resource: "language", childField: "service_id"},
    capacities: {resource: "service_capacity", childField: "service_id"},
    service_at_locations: {resource: "service_at_location", childField: "service_id"},
    attributes: {resource: "attribute", childField: "link_id", entityField: "link_entity"},
    metadata: {resource: "metadata", childField: "resource_id", entityField: "resource_type"}
  },
  organization: {
    funding: {resource: "funding", childField: "organization_id"},
    organization_identifiers: {resource: "organization_identifier", childField: "organization_id"},
    attributes: {resource: "attribute", childField: "link_id", entityField: "link_entity"}
  },
  service_capacity: {unit: {resource: "unit", parentField: "unit_id"}},
  service_at_location: {location: {resource: "location", parentField: "location_id"}},
  location: {addresses: {resource: "address", childField: "location_id"}},
  taxonomy_term: {attributes: {resource: "attribute", childField: "link_id", entityField: "link_entity"}}
};

/** The tables of a tabular export, in the order of the specification. */
export const RESOURCES = [
  "organization",
  "service",
  "attribute",
  "service_at_location",
  "location",
  "phone",
  "address",
  "funding",
  "language",
  "taxonomy_term",
  "metadata",
  "organization_identifier",
  "taxonomy",
  "service_capacity",
  "unit"
];

/** Passes every row that a nested object becomes in the tabular form to the callback. */
export function flatten(
  resource: string,
  object: JsonObject,
  emit: (resource: string, row: JsonObject) => void
): void {
  const branches = TREE[resource] ?? {};
  const row: JsonObject = {};
  for (const [key, value] of Object.entries(object)) if (!branches[key]) row[key] = value;
  for (const [key, branch] of Object.entries(branches)) {
    const value = object[key];
    if (value === undefined) continue;
    if (branch.parentField) {
      row[branch.parentField] = (value as JsonObject).id;
      flatten(branch.resource, value as JsonObject, emit);
      continue;
    }
    for (const child of value as JsonObject[])
      flatten(branch.resource, {...child, ...references(branch, resource, object)}, emit);
  }
  emit(resource, row);
}

function references({childField, entityField}: Branch, resource: string, parent: JsonObject): JsonObject {
  return {[childField!]: parent.id, ...(entityField ? {[entityField]: resource} : {})};
}

/** Finds rows of a table by the value of one of their fields. */
export type FindRows = (resource: string, field: string, values: unknown[]) => Promise<JsonObject[]>;

/** Nests what belongs to the given rows in them: flatten backwards. References go, but for those of shared rows. */
export async function unflatten(resource: string, rows: JsonObject[], find: FindRows): Promise<JsonObject[]> {
  for (const [key, branch] of Object.entries(TREE[resource] ?? {})) {
    const field = branch.parentField ?? "id";
    const values = [...new Set(rows.map((row) => row[field]))].filter((value) => value !== undefined);
    const found = values.length ? await find(branch.resource, branch.childField ?? "id", values) : [];
    const wanted = branch.entityField
      ? found.filter((child) => child[branch.entityField!] === resource)
      : found;
    const children = await unflatten(branch.resource, wanted, find);
    if (branch.parentField) attachOne(rows, children, key, branch.parentField);
    else attachMany(rows, children, key, branch);
  }
  return rows;
}

function attachOne(rows: JsonObject[], children: JsonObject[], key: string, field: string): void {
  const byId = new Map(children.map((child) => [child.id, child]));
  for (const row of rows) {
    const child = byId.get(row[field]);
    delete row[field];
    if (child) row[key] = child;
  }
}

function attachMany(rows: JsonObject[], children: JsonObject[], key: string, branch: Branch): void {
  const byParent = new Map<unknown, JsonObject[]>();
  for (const {[branch.childField!]: parent, ...child} of children) {
    if (branch.entityField) delete child[branch.entityField];
    byParent.set(parent, [...(byParent.get(parent) ?? []), child]);
  }
  for (const row of rows) row[key] = byParent.get(row.id) ?? [];
}
