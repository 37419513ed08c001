import type {CatalogEntry} from "../snapshots/snapshotCatalog.js";

export type SnapshotShape = Pick<CatalogEntry, "fileName" | "columns">;

/** Texts may be anything: a component that takes three words only would else be the first fault, and hide others. */
const JSON_TYPES: Record<string, string> = {BOOLEAN: "boolean", INTEGER: "number", DOUBLE: "number"};
const PARQUET_TYPES: Record<string, string> = {...JSON_TYPES, DATE: "Date", TIMESTAMP: "Date"};

/** Marks of Plot whose first argument is the data. */
const MARKS =
  "area areaX areaY arrow barX barY box boxX boxY cell circle density dot dotX dotY hexagon hull image line lineX lineY link rect rectX rectY ruleX ruleY text textX textY tickX tickY tip vector waffleX waffleY".split(
    " "
  );
/** Channels in which a string is always the name of a column; in others it may be a colour. */
const NAMED = "x x1 x2 y y1 y2 fx fy z r text title href".split(" ");
const PAINTED = "fill stroke fillOpacity strokeOpacity opacity".split(" ");

/**
 * Returns TypeScript declarations of what Framework gives to the cells of pages, in which files of snapshots have
 * rows of the snapshots’ own columns, and marks of Plot and tables of Inputs take the names of columns of their data.
 * Rows carry the name of their snapshot in a property that only the compiler sees, and so do copies of them
 * (`{...row, share}`). Rows are of a class, since the compiler would take a list of rows and of copies with more properties
 * for one of rows alone.
 */
export function pageTypes(snapshots: SnapshotShape[]): {globals: string; modules: string} {
  const rows = snapshots.map(rowType);
  const attachments = snapshots.map(
    ({fileName}) =>
      `declare function FileAttachment(name: \`\${string}data/${fileName}\`): SnapshotFile<${rowTypeName(fileName)}>;`
  );
  return {globals: [GLOBALS, ...rows, ...attachments, LAST].join("\n"), modules: plotTypes() + INPUTS};
}

/** Returns the name of the type of a snapshot’s rows, as the compiler prints it. */
export function rowTypeName(fileName: string): string {
  return `RowOf_${fileName.replace(/\W/g, "_")}`;
}

function rowType({fileName, columns}: SnapshotShape): string {
  const types = fileName.endsWith(".json") ? JSON_TYPES : PARQUET_TYPES;
  const fields = columns.map(({name, type}) => `${JSON.stringify(name)}: ${types[type] ?? "any"};`);
  return `declare class ${rowTypeName(fileName)} { #own; [snapshot]?: "${fileName}"; ${fields.join(" ")} }`;
}

/** What is not judged here is “any” to the cells of pages, so that only columns are reported and never an analyst's style. */
const GLOBALS = `
declare const snapshot: unique symbol;
declare const d3: typeof import("npm:d3");
declare const Plot: typeof import("npm:@observablehq/plot");
declare const Inputs: typeof import("npm:@observablehq/inputs");
declare const html: any, svg: any, sql: any, now: any, width: number, dark: boolean;
declare const visibility: any, invalidation: Promise<void>, topojson: any, observable: any;
declare const Mutable: any, resize: any;
declare const Generators: {input<T>(element: {value: T}): T; [other: string]: any};
declare function display<T>(value: T): T;
declare function view<T>(input: {value: T}): T;
type FileHandle = import("observablehq:stdlib").FileHandle;
interface SnapshotFile<T> extends Omit<FileHandle, "json"> { rows?: T; json<U = T[]>(): Promise<U>; }`;

/** Any other file: a function of several signatures takes the first that fits. */
const LAST = "declare function FileAttachment(name: string): any;";

function plotTypes(): string {
  const named = NAMED.map((channel) => `${channel}?: ChannelOf<T>;`);
  const painted = PAINTED.map((channel) => `${channel}?: Paint<T>;`);
  const marks = MARKS.map(
    (mark) => `export function ${mark}<T>(data: Iterable<T>, options?: Channels<T>): any;`
  );
  return `declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
  type Accessor<T> = ((row: T, index: number, rows: T[]) => unknown) | readonly unknown[] | {value: unknown} | {transform: unknown};
  type ChannelOf<T> = (keyof T & string) | Accessor<T> | number | boolean | Date | null;
  type Paint<T> = string | number | Accessor<T> | null;
  interface Channels<T> { ${named.join(" ")} ${painted.join(" ")} [other: string]: any; }
  ${marks.join("\n  ")}
}
`;
}

/** Inputs whose value is rows, or one of the rows, that they take; the value of any other input may be anything. */
const INPUTS = `declare module "npm:@observablehq/inputs" {
  type ColumnOf<T> = keyof T & string;
  type Input<V> = HTMLElement & {value: V};
  interface TableOptions<T> { columns?: ColumnOf<T>[]; sort?: ColumnOf<T>; [other: string]: any; }
  interface ChoiceOptions<T> { format?: (value: T) => any; multiple?: false; valueof?: undefined; [other: string]: any; }
  export function search<T>(data: Iterable<T>, options?: any): Input<T[]>;
  export function table<T>(data: Iterable<T>, options?: TableOptions<T>): Input<T[]>;
  ${["radio", "select"].map(choiceType).join("\n  ")}
  export const button: any, checkbox: any, color: any, date: any, datetime: any, email: any, file: any, form: any, number: any,
    password: any, range: any, tel: any, text: any, textarea: any, toggle: any, url: any, input: any, bind: any, disposal: any,
    formatDate: any, formatLocaleAuto: any, formatLocaleNumber: any, formatTrim: any, formatAuto: any, formatNumber: any,
    searchFilter: any;
}
`;

function choiceType(name: string): string {
  return `export function ${name}<K, V>(data: Map<K, V>, options?: any): any;
  export function ${name}<T>(data: Iterable<T>, options?: ChoiceOptions<T>): Input<T>;
  export function ${name}(data: any, options?: any): any;`;
}
