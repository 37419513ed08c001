/** How one field’s texts are made from a record: taken, matched or split, mapped, joined; or a constant. */
export interface FieldRule {
  /** Columns to take, in order; a dot leads into an object. Empty for a constant. */
  columns: string[];
  constant?: string[];
  /** Keeps what the pattern finds: its first group, or all of it. */
  match?: RegExp;
  split?: string | RegExp;
  /** Which piece to keep, from 0; negative counts from the end. */
  part?: number;
  /** Replaces a whole text, whatever its case, by another, by several, or by nothing. */
  map?: Map<string, string[]>;
  /** What becomes of a text that the map does not list; it stays as it is unless given. */
  otherwise?: string[];
  /** Goes before each text. */
  prefix?: string;
  /** Goes between the texts of a field that takes one. */
  join: string;
}

/** What a mapping file says: where the records of its file lie, and which columns fill which fields. */
export interface Mapping {
  /** The mapping file, as messages name it. */
  path: string;
  /** Name of the source in meta.ledger. */
  source: string;
  title: string;
  /** Keys from the root of a JSON document to its list of records; null where the mapping does not say. */
  records: string[] | null;
  /** Rules of each field, by field name: a list gathers them all, any other field takes the first that yields a text. */
  fields: Map<string, FieldRule[]>;
}
