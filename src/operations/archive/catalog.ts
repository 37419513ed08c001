import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";

/** One object of a database, flattened to text: a table, column, constraint, view, macro, index and so on. */
export interface CatalogObject {
  kind: string;
  name: string;
  definition: string;
  comment: string | null;
}

/** Returns every object of the open database with its definition and comment, in a fixed order. */
export async function readCatalog(warehouse: Warehouse): Promise<CatalogObject[]> {
  return warehouse.rows<CatalogObject>(readSqlFile("sql/archive/catalog.sql").text);
}

/** Returns one line for each object that is missing, added or different; none where the catalogs are equal. */
export function catalogDifferences(expected: CatalogObject[], actual: CatalogObject[]): string[] {
  const wanted = indexed(expected);
  const found = indexed(actual);
  return [
    ...[...wanted].flatMap(([key, text]) =>
      !found.has(key) ? [`missing ${key}`] : found.get(key) === text ? [] : [`changed ${key}`]
    ),
    ...[...found.keys()].filter((key) => !wanted.has(key)).map((key) => `added ${key}`)
  ];
}

function indexed(objects: CatalogObject[]): Map<string, string> {
  return new Map(
    objects.map(({kind, name, definition, comment}) => [
      `${kind} ${name}`,
      JSON.stringify([definition, comment])
    ])
  );
}
