import type {Warehouse} from "./open.js";

/** What a SELECT names, in lower case. */
export interface NamesRead {
  /** Names in FROM clauses, with their schema where it is written. */
  relations: string[];
  /** Names of common table expressions, which a name without a schema may be. */
  expressions: string[];
  functions: string[];
  /** Whether it reads what is no relation, such as a file or DuckDB’s own catalogue. */
  readsBeyond: boolean;
}

/** Table functions whose rows come from their arguments alone. */
const PURE_TABLE_FUNCTIONS = ["generate_series", "range", "unnest"];

interface ParsedNode {
  type?: string;
  schema_name?: string;
  table_name?: string;
  function_name?: string;
  function?: {function_name?: string};
  cte_map?: {map?: {key?: string}[]};
}

/** A preview asks for the same hundred SELECTs after every edit, and parsing them takes a tenth of a second. */
const known = new Map<string, NamesRead | undefined>();

/** Returns what a SELECT names, by DuckDB’s own parser, or undefined where that does not tell. Remembers it. */
export async function namesRead(warehouse: Warehouse, text: string): Promise<NamesRead | undefined> {
  if (!known.has(text)) known.set(text, await parse(warehouse, text));
  return known.get(text);
}

async function parse(warehouse: Warehouse, text: string): Promise<NamesRead | undefined> {
  const [row] = await warehouse.rows<{json: string}>(
    "select json_serialize_sql($text::varchar)::varchar as json",
    {text}
  );
  const relations = new Set<string>();
  const expressions = new Set<string>();
  const functions = new Set<string>();
  const tableFunctions = new Set<string>();
  let isShown = false;
  const tree = JSON.parse(row!.json, (_, value: unknown) => {
    if (value === null || typeof value !== "object") return value;
    const node: ParsedNode = value;
    if (node.type === "BASE_TABLE")
      relations.add([node.schema_name, node.table_name].filter(Boolean).join(".").toLowerCase());
    if (node.type === "SHOW_REF") isShown = true;
    if (node.type === "TABLE_FUNCTION") tableFunctions.add(node.function?.function_name?.toLowerCase() ?? "");
    if (node.function_name) functions.add(node.function_name.toLowerCase());
    for (const {key} of node.cte_map?.map ?? []) if (key) expressions.add(key.toLowerCase());
    return value;
  }) as {error?: boolean};
  if (tree.error) return undefined;
  return {
    relations: [...relations],
    expressions: [...expressions],
    functions: [...functions],
    readsBeyond: isShown || [...tableFunctions].some((name) => !PURE_TABLE_FUNCTIONS.includes(name))
  };
}
