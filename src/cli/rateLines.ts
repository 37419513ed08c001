import type {BuildResult} from "../pipeline/build.js";

/** Returns how fast a build was, in lines for people: from the sources to a checked warehouse, and with the analyses. */
export function rateLines({
  recordCount,
  organizationCount,
  loadMs,
  durationMs
}: Pick<BuildResult, "recordCount" | "organizationCount" | "loadMs" | "durationMs">): string[] {
  const pace = (ms: number) =>
    `${(ms / 1000).toFixed(2)} s (${counted(Math.round(recordCount / (ms / 1000)))} records/s)`;
  return [
    `sources to a checked warehouse: ${counted(recordCount)} records in ${pace(loadMs)}`,
    `with the analyses: ${counted(organizationCount)} organizations from ${counted(recordCount)} records in ${pace(durationMs)}`
  ];
}

function counted(n: number): string {
  return n.toLocaleString("en-US");
}
