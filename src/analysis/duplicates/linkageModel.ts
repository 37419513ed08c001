import type {Comparison} from "./comparison.js";

/** Shares in which evidence counts that depends on other evidence of its aspect. */
export interface Overlap {
  /** Further agreement beside the strongest. */
  agreeing: number;
  /** Further disagreement beside the strongest. */
  disagreeing: number;
  /** Contacts that agree where the name does not: a switchboard, a landlord, a parent organization. */
  doubted: number;
}

/** What has been learned about a set of records; everything that scoring a pair needs. */
export interface LinkageModel {
  comparisons: Pick<Comparison, "name" | "aspect" | "levels" | "decides" | "pinpoints">[];
  /** m[c][l]: share of matches at level l of comparison c, of those where neither value is missing. */
  m: number[][];
  /** u[c][l]: the same share among pairs that do not match. */
  u: number[][];
  /** log2 odds that two records taken at random match. */
  prior: number;
  /** Bits of a value that one record alone holds: log2 of the number of records, and 6 at most. */
  rarest: number;
  /** Most that the agreeing evidence of one aspect may say beyond the prior, bits. */
  caps: Record<"who" | "where", number>;
  /** How far evidence of one aspect repeats itself. */
  overlap: Overlap;
}
