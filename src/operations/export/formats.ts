import {UserError} from "../../error.js";
import {csvFormat} from "./csvFormat.js";
import type {ExportFormat} from "./exportFormat.js";
import {hsdsFormat} from "./hsdsFormat.js";
import {jsonFormat} from "./jsonFormat.js";
import {motherduckFormat} from "./motherduckFormat.js";
import {parquetFormat} from "./parquetFormat.js";

/** Every format of export by the name that the command line uses. */
export const FORMATS: Record<string, ExportFormat> = {
  parquet: parquetFormat,
  json: jsonFormat,
  csv: csvFormat,
  hsds: hsdsFormat,
  motherduck: motherduckFormat
};

/** Returns the named format, or throws where there is none. */
export function exportFormat(kind: string): ExportFormat {
  const format = Object.hasOwn(FORMATS, kind) ? FORMATS[kind] : undefined;
  if (!format)
    throw new UserError(
      `unknown format: ${kind || "none"}; choose one of ${Object.keys(FORMATS).join(", ")}`
    );
  return format;
}
