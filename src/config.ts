import {join} from "node:path";
import {readSettingsFile} from "./config/settingsFile.js";
import {UserError} from "./error.js";

export type DatabaseName = "production" | "development";

export interface Config {
  /** The folder of source files, or null to build from the generated sample. */
  sources: string | null;
  /** The folder that holds the published warehouse and everything derived from it; git-ignored. */
  state: string;
  /** The folder of Census-style reference files (populations, rurality, mortality), or null. */
  reference: string | null;
  database: DatabaseName;
  /** A second folder for backups, on another disk or a mounted share, or null. */
  offsite?: string | null;
  /** The most memory that DuckDB may use in a build, such as “4GB”; what does not fit is spilled to the state folder. */
  memoryLimit?: string | null;
}

const KEYS = ["sources", "state", "reference", "database", "offsite", "memory_limit"] as const;

/**
 * Reads the configuration: environment variables first, then workbench.json in the working folder,
 * then the defaults. The development database keeps its whole state in a folder of its own, so nothing
 * done to it can reach the production one.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, folder = "."): Config {
  const file = readSettingsFile(folder, env) as Partial<Record<(typeof KEYS)[number], string>>;
  const setting = (key: (typeof KEYS)[number]) => env[`WORKBENCH_${key.toUpperCase()}`] || file[key];
  const database = setting("database") ?? "production";
  if (database !== "production" && database !== "development")
    throw new UserError(`unknown database: ${database}; set WORKBENCH_DATABASE to production or development`);
  const state = setting("state") ?? ".workbench";
  return {
    sources: setting("sources") ?? null,
    state: database === "development" ? join(state, "dev") : state,
    reference: setting("reference") ?? null,
    database,
    offsite: setting("offsite") ?? null,
    memoryLimit: memoryLimit(setting("memory_limit"))
  };
}

function memoryLimit(value: string | undefined): string | null {
  if (value === undefined || /^\d+(\.\d+)? ?[KMGT]i?B$/i.test(value)) return value ?? null;
  throw new UserError(`not an amount of memory: ${value}; set WORKBENCH_MEMORY_LIMIT to one such as 4GB`);
}

/** Returns the path of the published warehouse. */
export function warehousePath({state}: Pick<Config, "state">): string {
  return join(state, "warehouse.duckdb");
}
