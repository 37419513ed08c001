/**
 * DuckDB settings of every file that a build, a restore or a measurement of sizes makes. Blocks of 32 kB, since there are
 * many small tables, each of which takes blocks of its own, and since smaller ones hold no packed numbers. The
 * format of DuckDB 1.5, which 1.5 and newer read: its compression and its lean metadata save a tenth of the file.
 */
export const FILE_SETTINGS = {default_block_size: "32768", storage_compatibility_version: "v1.5.0"};
