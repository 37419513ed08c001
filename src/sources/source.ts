/** Where a JSON document keeps its records. */
export interface RecordList {
  /** Keys from the root; “{}” stands for any key of an object and “*” for any element of an array. */
  path: string[];
  /** For an element that is itself a group of records: the key of its list, and the key of its label. */
  group?: {records: string; label: string};
}

/** A source of records: which files are its own, and where in a JSON file its records lie. */
export interface Source {
  /** Name in raw.records, meta.ledger and the staging files. */
  name: string;
  title: string;
  /** The file’s name, for a source that is a single JSON file. */
  file?: string;
  /** Record lists, best first: only the first that a file holds is read. */
  lists?: RecordList[];
  /** Top-level keys, or metadata keys, that state the number of records. */
  counts?: string[];
  /** The columns by which a CSV file of this source is recognised, lower case. */
  csvColumns?: string[];
}
