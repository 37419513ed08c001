import {reviewEstimate, type Interval} from "../../analysis/duplicates/reviewEstimate.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";

export interface ReviewResult {
  answered: number;
  precision: Interval;
  recall: Interval;
  /** Decisions by what became of them: applied, reanchored, changed or gone. */
  statuses: Record<string, number>;
}

interface StratumRow {
  is_above: boolean;
  pair_count: number;
  answered_count: number;
  same_count: number;
}

/** Measures the model of a built warehouse against the decisions it holds. */
export async function reviewResult(warehouse: Warehouse): Promise<ReviewResult> {
  const rows = await warehouse.rows<StratumRow>(
    readSqlFile("sql/analysis/duplicates/review/strata.sql").text
  );
  const strata = rows.map((row) => ({
    isAbove: row.is_above,
    pairCount: row.pair_count,
    answeredCount: row.answered_count,
    sameCount: row.same_count
  }));
  const counts = await warehouse.rows<{status: string; n: number}>(
    "select status, count(*)::integer as n from analysis.decisions group by status order by status"
  );
  return {
    answered: strata.reduce((total, {answeredCount}) => total + answeredCount, 0),
    ...reviewEstimate(strata),
    statuses: Object.fromEntries(counts.map(({status, n}) => [status, n]))
  };
}
