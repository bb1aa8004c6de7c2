/**
 * Types of what Framework gives without saying: `npm:` modules are those of node_modules, and "observablehq:cells" lists
 * the names that every cell has. The check of the cells makes the latter global in pages, and only there.
 */

declare module "npm:d3" {
  export * from "d3";
}
declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
}
declare module "npm:apache-arrow" {
  export * from "apache-arrow";
}
declare module "npm:arquero" {
  export * from "arquero";
}
declare module "npm:htl" {
  type Tag<T> = (strings: TemplateStringsArray, ...values: unknown[]) => T;
  /** The library says `Node | null`; what our templates make is one element. */
  export const html: Tag<HTMLElement> & { fragment: Tag<DocumentFragment> };
  export const svg: Tag<SVGElement> & { fragment: Tag<DocumentFragment> };
}
declare module "npm:katex" {
  export { default } from "katex";
}
declare module "npm:@duckdb/duckdb-wasm" {
  export * from "@duckdb/duckdb-wasm";
}
declare module "npm:three" {
  export * from "three";
}
declare module "npm:@observablehq/inputs" {
  export * from "@observablehq/inputs";
}

declare module "@observablehq/inputs" {
  /** An element whose `value` follows what the reader does; it sends `input` events. */
  export type Input<T> = HTMLFormElement & { value: T };

  interface Common<V> {
    label?: string | Node;
    value?: V;
    disabled?: boolean;
    width?: number | string;
  }
  interface Choice<T, V> extends Common<V> {
    format?: (value: T, index: number, data: Iterable<T>) => string | Node;
    keyof?: (value: T, index: number) => string;
    valueof?: (value: T, index: number) => unknown;
    sort?: boolean | "ascending" | "descending" | ((a: T, b: T) => number);
    unique?: boolean;
    disabled?: boolean;
  }
  interface Range extends Common<number> {
    step?: number;
    format?: (value: number) => string | number;
    placeholder?: string;
    transform?: (value: number) => number;
    invert?: (value: number) => number;
    validate?: (input: HTMLInputElement) => boolean;
  }
  interface Text extends Common<string> {
    placeholder?: string;
    type?: string;
    pattern?: string;
    spellcheck?: boolean;
    submit?: boolean | string;
    datalist?: Iterable<string>;
    rows?: number;
    monospace?: boolean;
    required?: boolean;
    minlength?: number;
    maxlength?: number;
  }
  interface TableOptions {
    columns?: Iterable<string>;
    value?: Iterable<unknown>;
    rows?: number;
    sort?: string;
    reverse?: boolean;
    format?: Record<string, (value: never, index: number, data: never[]) => string | number | Node | null>;
    align?: Record<string, "left" | "right" | "center">;
    header?: Record<string, string | Node>;
    width?: number | Record<string, number>;
    height?: number;
    maxHeight?: number;
    maxWidth?: number;
    layout?: "auto" | "fixed";
    select?: boolean;
    multiple?: boolean;
    required?: boolean;
  }

  export function range(extent?: [min: number, max: number], options?: Range): Input<number>;
  export function number(extent?: [min: number, max: number], options?: Range): Input<number>;
  export function button<T = number>(
    content: string | Node | Iterable<[string | Node, (value: T) => T]>,
    options?: Common<T> & { reduce?: (value: T) => T; required?: boolean }
  ): Input<T>;
  export function toggle(options?: Common<boolean> & { values?: [unknown, unknown] }): Input<boolean>;
  export function checkbox<T>(data: Iterable<T>, options?: Choice<T, Iterable<T>>): Input<T[]>;
  export function radio<K, T>(data: Map<K, T>, options?: Choice<[K, T], T>): Input<T>;
  export function radio<T>(data: Iterable<T>, options?: Choice<T, T | null>): Input<T>;
  export function select<K, T>(data: Map<K, T>, options?: Choice<[K, T], T> & { multiple?: false }): Input<T>;
  export function select<T>(
    data: Iterable<T>,
    options: Choice<T, Iterable<T>> & { multiple: true | number; size?: number }
  ): Input<T[]>;
  export function select<T>(
    data: Iterable<T>,
    options?: Choice<T, T | null> & { multiple?: false }
  ): Input<T>;
  export function text(options?: Text): Input<string>;
  export function textarea(options?: Text): Input<string>;
  export function search<T>(data: Iterable<T>, options?: Text & { columns?: Iterable<string> }): Input<T[]>;
  export function table(data: Iterable<unknown>, options?: TableOptions): Input<unknown[]>;
  export function file(
    options?: Common<unknown> & { accept?: string; required?: boolean }
  ): Input<import("observablehq:stdlib").FileAttachment>;
  export function form<T extends Record<string, { value: unknown }>>(
    inputs: T,
    options?: { template?: (inputs: T) => Element }
  ): Input<{ [K in keyof T]: T[K]["value"] }>;
  export function input<T>(value?: T): EventTarget & { value: T };
  export function bind<T extends Element>(
    target: T,
    source: { value: unknown },
    invalidation?: Promise<unknown>
  ): T;
  export function disposal(element: Element): Promise<void>;
}

declare module "observablehq:stdlib" {
  import type { Table } from "apache-arrow";
  import type { ColumnTable } from "arquero";

  export interface FileAttachment {
    readonly name: string;
    readonly mimeType: string;
    readonly lastModified: number;
    readonly size: number;
    readonly href: string;
    url(): Promise<string>;
    blob(): Promise<Blob>;
    arrayBuffer(): Promise<ArrayBuffer>;
    stream(): Promise<ReadableStream<Uint8Array>>;
    text(encoding?: string): Promise<string>;
    json<T = unknown>(): Promise<T>;
    csv<T = Record<string, string>>(options?: { array?: boolean; typed?: boolean }): Promise<T[]>;
    tsv<T = Record<string, string>>(options?: { array?: boolean; typed?: boolean }): Promise<T[]>;
    image(props?: Partial<HTMLImageElement>): Promise<HTMLImageElement>;
    arrow(): Promise<Table>;
    arquero(options?: object): Promise<ColumnTable>;
    xml(mimeType?: DOMParserSupportedType): Promise<Document>;
    html(): Promise<Document>;
  }
  export function FileAttachment(path: string): FileAttachment;

  export const Generators: {
    input<T>(element: EventTarget & { value: T }): AsyncGenerator<T>;
    observe<T>(initialize: (change: (value: T) => void) => unknown): AsyncGenerator<T>;
    queue<T>(initialize: (change: (value: T) => void) => unknown): AsyncGenerator<T>;
    width(element: Element): AsyncGenerator<number>;
    dark(): AsyncGenerator<boolean>;
    now(): AsyncGenerator<number>;
  };
  /** Within its cell it holds a value that can be set; other cells see the value itself. */
  export function Mutable<T>(value?: T): AsyncGenerator<T> & { value: T };
  export function resize(
    render: (width: number, height: number) => unknown,
    invalidation?: Promise<void>
  ): HTMLElement;
}

declare module "observablehq:cells" {
  import type { Table } from "apache-arrow";
  import type { KatexOptions } from "katex";

  type Tag<T> = (strings: TemplateStringsArray, ...values: unknown[]) => T;

  export function display<T>(value: T): T;
  /** Shows an input; other cells see its value. */
  export function view<T>(input: EventTarget & { value: T }): AsyncGenerator<T>;
  export const width: number;
  export const dark: boolean;
  export const now: number;
  export const invalidation: Promise<void>;
  export function visibility(): Promise<void>;
  export const observable: { params: Record<string, string> };

  export { FileAttachment, Generators, Mutable, resize } from "observablehq:stdlib";
  export { html, svg } from "npm:htl";
  export const tex: Tag<HTMLElement> & {
    block: Tag<HTMLElement>;
    options(options: KatexOptions): Tag<HTMLElement>;
  };
  export const sql: Tag<Promise<Table>>;
  export const DuckDBClient: {
    of(
      sources?: Record<string, unknown>
    ): Promise<{ sql: Tag<Promise<Table>>; query(text: string): Promise<Table> }>;
    sql(sources?: Record<string, unknown>): Promise<Tag<Promise<Table>>>;
  };
  export * as htl from "npm:htl";
  export * as Plot from "@observablehq/plot";
  export * as d3 from "d3";
  export * as aq from "arquero";
  export * as Arrow from "apache-arrow";
  export * as Inputs from "@observablehq/inputs";
  export * as duckdb from "@duckdb/duckdb-wasm";
}
