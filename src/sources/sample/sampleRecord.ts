/** One record of the sample, with what its reader cannot know: which place it describes and what was done to it. */
export interface SampleRecord {
  record: Record<string, unknown>;
  siteId: string;
  operatorId: string;
  /** SU, MH or empty, as the record is listed. */
  listing: string;
  damages: Damage[];
}

/** A field that does not say what is true, with the kind of damage and the true value. */
export interface Damage {
  field: string;
  kind: string;
  truth: string;
}

/** Text of the file’s envelope, or a record. */
export type Piece = string | SampleRecord;

/** Yields the records one to a line, with commas between. */
export function* oneToALine(records: Iterable<SampleRecord>): Generator<Piece> {
  let separator = "\n";
  for (const record of records) {
    yield separator;
    yield record;
    separator = ",\n";
  }
}
