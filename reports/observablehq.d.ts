// Types of the imports that Observable Framework resolves itself.
declare module "npm:d3" {
  export * from "d3";
}
declare module "npm:htl" {
  type Value = unknown;
  export function html(strings: TemplateStringsArray, ...values: Value[]): HTMLElement;
  export function svg(strings: TemplateStringsArray, ...values: Value[]): SVGElement;
}
declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
}
declare module "npm:topojson-client" {
  export * from "topojson-client";
}
declare module "npm:graphology" {
  export * from "graphology";
  export {default} from "graphology";
}
declare module "npm:apache-arrow" {
  export * from "apache-arrow";
}
declare module "npm:hyparquet" {
  export * from "hyparquet";
}
declare module "npm:fzstd" {
  export * from "fzstd";
}
declare module "npm:hyparquet-compressors" {
  export * from "hyparquet-compressors";
}
declare module "npm:@observablehq/inputs";
declare module "npm:@observablehq/duckdb" {
  import type {Table} from "apache-arrow";
  export class DuckDBClient {
    static of(sources?: Record<string, unknown>, config?: object): Promise<DuckDBClient>;
    query(sql: string, params?: unknown[]): Promise<Table>;
    sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<Table>;
  }
  export function sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<Table>;
}
declare module "observablehq:stdlib" {
  import type {Table} from "apache-arrow";
  export interface FileHandle {
    readonly name: string;
    readonly mimeType: string;
    readonly size: number;
    readonly href: string;
    url(): Promise<string>;
    json<T = unknown>(): Promise<T>;
    text(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
    arrow(): Promise<Table>;
    parquet(): Promise<Table>;
  }
  export function FileAttachment(name: string, base?: string): FileHandle;
  export function resize(
    render: (width: number, height: number) => Node | string,
    invalidation?: Promise<void>
  ): HTMLElement;
  export const Generators: {
    input<T>(element: HTMLElement & {value: T}): AsyncGenerator<T>;
    observe<T>(initialize: (notify: (value: T) => void) => (() => void) | void): AsyncGenerator<T>;
    width(element: Element): AsyncGenerator<number>;
  };
  export function Mutable<T>(value?: T): {value: T};
  export function visibility(node?: Element): Promise<void>;
  export const width: AsyncGenerator<number>;
  export const dark: AsyncGenerator<boolean>;
}
