/** Kinds of fields that records can be compared by. */
export const FIELD_KINDS = [
  "name",
  "text",
  "street",
  "city",
  "state",
  "zip",
  "phone",
  "website",
  "email",
  "code"
] as const;

export type FieldKind = (typeof FIELD_KINDS)[number];

/** Field i of the records to be linked: column f<i> of linkage.source, a list of values per record. */
export interface LinkageField {
  kind: FieldKind;
  /** Name that reports show, such as “name” or “code: date of birth”. */
  name: string;
}
