import {SCHEMAS, tabularFields} from "./schemas.js";
import {RESOURCES} from "./tables.js";

/**
 * Returns the descriptor of the tabular form (Frictionless Tabular Data Package), made from the schemas: the
 * resources that an export has, their fields, and the references between them.
 */
export function dataPackage(): object {
  return {
    name: "human_services_data",
    title: "Human Services Data Specification",
    profile: "tabular-data-package",
    version: "3.1",
    homepage: "http://docs.openreferral.org",
    resources: RESOURCES.map(resourceOf)
  };
}

function resourceOf(name: string): object {
  const {path, description, required = [], tabular_required = []} = SCHEMAS[name]!;
  const fields = tabularFields(name);
  const needed = new Set([...required, ...tabular_required]);
  return {
    name,
    path,
    description,
    format: "csv",
    mediatype: "text/csv",
    profile: "tabular-data-resource",
    schema: {
      primaryKey: "id",
      fields: fields.map(([field, {type, format, title, description: meaning, constraints, ...rest}]) => ({
        name: field,
        type: rest.datapackage_type ?? type,
        title,
        description: meaning,
        // The formats of JSON Schema that Table Schema has too.
        ...(format && rest.datapackage_type === undefined ? {format} : {}),
        constraints: {
          required: needed.has(field),
          unique: constraints?.unique ?? field === "id",
          ...(rest.enum ? {enum: rest.enum} : {})
        }
      })),
      foreignKeys: fields.flatMap(([field]) => foreignKey(field))
    }
  };
}

function foreignKey(field: string): object[] {
  const resource = field.replace(/_id$/, "");
  if (field === "id" || resource === field || !RESOURCES.includes(resource)) return [];
  return [{fields: field, reference: {resource, fields: "id"}}];
}
