import {type CatalogEntry, tableName} from "./snapshotDatabase.js";

/** Returns a report page that runs the query over the snapshots it names, ready to be saved in reports/. */
export function reportPage(sql: string, catalog: CatalogEntry[]): string {
  const named = catalog.filter(({fileName}) => new RegExp(`\\b${tableName(fileName)}\\b`, "i").test(sql));
  const sources = named.map(({fileName}) => `  ${tableName(fileName)}: ./data/${fileName}`);
  const fence = "```";
  return [
    "---",
    ...(named.length > 0 ? ["sql:", ...sources] : []),
    "---",
    "",
    "# Title of the report",
    "",
    "Which question does this page answer?",
    "",
    `${fence}sql id=rows display`,
    escaped(sql.trim()),
    fence,
    ""
  ].join("\n");
}

/** Writes what a template literal of JavaScript, which a sql cell is, would otherwise take for its own. */
function escaped(sql: string): string {
  return sql.replace(/[\\`]|\$\{/g, "\\$&");
}
