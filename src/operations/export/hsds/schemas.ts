import {readdirSync, readFileSync} from "node:fs";
import {Ajv, type ValidateFunction} from "ajv";
import addFormatsModule from "ajv-formats";
import type {JsonObject} from "./directoryRecord.js";

const FOLDER = new URL("./schemas/", import.meta.url);

/** A property of an HSDS object, as its schema describes it. */
export interface HsdsProperty {
  type?: string;
  format?: string;
  title?: string;
  description?: string;
  enum?: string[];
  datapackage_type?: string;
  constraints?: {unique?: boolean};
}

/** The schema of an HSDS object, with what HSDS adds for the tabular form. */
export interface HsdsSchema {
  name: string;
  /** File name in a tabular package. */
  path: string;
  description: string;
  properties: Record<string, HsdsProperty>;
  required?: string[];
  tabular_required?: string[];
}

/** The schemas of HSDS 3.1 by the name of the object, unaltered. */
export const SCHEMAS: Record<string, HsdsSchema> = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as HsdsSchema
    ])
);

const ajv = newAjv();

/** Returns a validator of nested objects of the given name, its references resolved. */
export function nestedValidator(name: string): ValidateFunction {
  return ajv.getSchema(`${name}.json`)!;
}

/** Returns a validator of rows of the tabular form: plain fields only, with those that this form requires besides. */
export function tabularValidator(name: string): ValidateFunction {
  const {required = [], tabular_required = []} = SCHEMAS[name]!;
  const properties = Object.fromEntries(tabularFields(name));
  return ajv.compile({
    type: "object",
    properties,
    // A nested object that is required, such as the unit of a capacity, is a reference in this form.
    required: [...required, ...tabular_required].filter((field) => properties[field]),
    additionalProperties: false
  });
}

/** Returns the columns of an object in the tabular form, in the order of its schema. */
export function tabularFields(name: string): [string, HsdsProperty][] {
  return Object.entries(SCHEMAS[name]!.properties).filter(
    ([, {type}]) => type !== undefined && type !== "array" && type !== "object"
  );
}

/** Returns what the validator found wrong with the value that it refused last, in one line. */
export function complaint(validate: ValidateFunction, value: JsonObject): string {
  return `${String(value.id)}: ${ajv.errorsText(validate.errors)}`;
}

const uri = ajv.compile({type: "string", format: "uri"});
const email = ajv.compile({type: "string", format: "email"});

/** Says whether HSDS takes the text for a web address. */
export function isUri(text: string): boolean {
  return uri(text);
}

/** Says whether HSDS takes the text for an e-mail address. */
export function isEmail(text: string): boolean {
  return email(text);
}

function newAjv(): Ajv {
  // HSDS schemas carry titles, examples and constraints that are no JSON Schema keywords.
  const instance = new Ajv({strict: false});
  (addFormatsModule as unknown as (ajv: Ajv) => void)(instance);
  for (const [name, schema] of Object.entries(SCHEMAS)) instance.addSchema(schema, `${name}.json`);
  return instance;
}
