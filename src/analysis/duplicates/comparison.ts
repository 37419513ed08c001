/** What a field says of an organization: who it is, where it is, or something that belongs to this record alone. */
export type Aspect = "who" | "where" | "what";

export interface Level {
  /** What the level means, such as “same street, other number”. */
  label: string;
  /** Share of matches expected at this level before any data are seen. */
  prior: number;
  /**
   * Where the shared value's own frequency matters: “exact” takes it for the chance of agreement, “bound” lets
   * a common value lower the weight only.
   */
  byFrequency?: "exact" | "bound" | undefined;
  /** True where agreement on rare words counts as plain, as it does at the two strongest levels of each field. */
  isPlain?: boolean | undefined;
  /** True where the level may speak against a match but never for one. */
  disagrees?: boolean | undefined;
  /** The most that the level may weigh, bits, where likeness at random depends on other fields. */
  most?: number | undefined;
}

/** Added to a level that is the strongest possible, where the true one is not yet known. */
export const AT_BEST = 16;

/** One comparison of two records: an ordered list of levels, the strongest agreement first. */
export interface Comparison {
  name: string;
  aspect: Aspect;
  levels: Level[];
  /** True where disagreement voids what agrees elsewhere in the same aspect: another street in the same city. */
  decides?: boolean | undefined;
  /** True where agreement means one building, not one town. */
  pinpoints?: boolean | undefined;
  /** True where comparing takes long, so that it is left out for pairs which it could not save. */
  isCostly?: boolean | undefined;
  /** Returns the level of the records with these numbers, or −1 where one of them has no value. Symmetric. */
  compare(a: number, b: number): number;
  /**
   * Returns, at little cost, the level, or the strongest possible level plus AT_BEST; where rarityLevels marks
   * it, share then tells how rare the shared value can be. Where it is missing, comparing costs little. The levels that disagree are always the last.
   */
  bound?: ((a: number, b: number) => number) | undefined;
  /** Returns the share of records that hold the value on which the two last compared records agree. */
  share(): number;
  /**
   * Returns how unlikely two records are to share by chance the words that they share, were words independent, bits.
   * Where it is missing, the share of the value tells.
   */
  surprise?: ((a: number, b: number) => number) | undefined;
  /** Counts how common each value is again, records of one entity as one. entities[r] is the entity of record r. */
  recount(entities: Int32Array): void;
  /** Weighs words anew likewise, which may change levels. */
  reweigh?: ((entities: Int32Array) => void) | undefined;
}

/**
 * Returns the same comparison with every property set, undefined where it has none, on it and its levels. V8 compiles
 * what reads them once for objects of one shape; for seven shapes it compiles, gives up and compiles again.
 */
export function inOneShape(comparison: Comparison): Comparison {
  const {name, aspect, decides, pinpoints, isCostly} = comparison;
  const {compare, bound, share, surprise, recount, reweigh} = comparison;
  const levels = comparison.levels.map(({label, prior, byFrequency, isPlain, disagrees, most}) => ({
    label,
    prior,
    byFrequency,
    isPlain,
    disagrees,
    most
  }));
  return {
    name,
    aspect,
    levels,
    decides,
    pinpoints,
    isCostly,
    compare,
    bound,
    share,
    surprise,
    recount,
    reweigh
  };
}
