import {sitesByThreshold} from "../analysis/geography/sitesByThreshold.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {readParameter} from "./readParameter.js";

/** Steps of .1 either side of the even chance, and two nearly certain ones; the threshold in use is added. */
const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** Fills analysis.site_thresholds from the pairs of analysis.match_pairs between records that coverage counts. */
export async function countSitesByThreshold(warehouse: Warehouse): Promise<void> {
  const [records] = await warehouse.rows<{count: number}>(
    "select count(*)::integer as count from main.organizations where scope <> 'national' and not is_synthetic"
  );
  const pairs = await warehouse.columns(readSqlFile("sql/analysis/coverage/likely_pairs.sql").text);
  const [a, b, probability] = [pairs.a, pairs.b, pairs.probability] as (number[] | undefined)[];
  const likely = (a ?? []).map((from, i) => ({a: from, b: b![i]!, probability: probability![i]!}));
  const used = await readParameter(warehouse, "linkage_threshold");
  const thresholds = [...new Set([...THRESHOLDS, used])].sort((x, y) => x - y);
  const counts = sitesByThreshold(records!.count, likely, thresholds);
  await warehouse.append("analysis.site_thresholds", (appender) => {
    thresholds.forEach((threshold, i) => {
      appender.appendDouble(threshold);
      appender.appendInteger(counts[i]!);
      appender.endRow();
    });
  });
}
