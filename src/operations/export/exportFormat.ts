import type {Content} from "../archive/contentHash.js";
import type {ArchivedFile} from "../archive/fileList.js";
import type {TableShape} from "../archive/listTables.js";
import type {Warehouse} from "../../warehouse/open.js";

export const EXPORT_FORMAT = {format: "recovery-workbench-export", version: 1};

/** A table of an export: its shape and content when it was written. */
export interface ExportedTable extends TableShape, Content {}

/** What manifest.json of an export says. */
export interface ExportManifest {
  format: string;
  version: number;
  kind: string;
  /** ISO 8601, UTC. */
  created_at: string;
  engine_version: string;
  build: Record<string, string | boolean | null> | null;
  tables: ExportedTable[];
  /** Tables of the directory that this format has no place for. */
  left_out: string[];
  /** What the format adds: options, conformance. */
  details: object;
  files: ArchivedFile[];
}

/** A way to write the directory’s tables to a folder and to read them back. */
export interface ExportFormat {
  summary: string;
  /** Says whether the format has a place for a table. */
  carries(table: TableShape): boolean;
  /** Writes the tables below the folder and returns what the manifest should say besides. */
  write(warehouse: Warehouse, folder: string, tables: ExportedTable[]): Promise<object>;
  /** Fills the tables, which exist and are empty, from the folder; it may check further layouts on the way. */
  read(warehouse: Warehouse, folder: string, tables: ExportedTable[]): Promise<void>;
}
