/**
 * How Parquet files that are kept or sent are compressed. Level 9 of zstd makes the snapshots of 41,097
 * organizations 12 % smaller than its default, for 1.4 s more of one processor; level 15 another 7 %, for 15 s.
 */
export const PARQUET_OPTIONS = "format parquet, compression zstd, compression_level 9";
