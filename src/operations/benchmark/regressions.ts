import type {BenchmarkResult, BenchmarkRun} from "../../pipeline/benchmarkLog.js";
import {grouped} from "./answers/order.js";
import {quantile} from "./distribution.js";

/** What a run must be like for its figures to be held against those of another. */
export type RunConditions = Pick<BenchmarkRun, "isQuick" | "loadAverage" | "organizationCount"> & {
  machine: Pick<BenchmarkRun["machine"], "machineId" | "cpuCount">;
};

export interface RegressionLimits {
  /** Change for the worse from which on it is a regression, as a share. */
  share: number;
  /** Difference in the number of organizations up to which two runs are of one size, as a share. */
  sizeShare: number;
  /** Earlier runs without which their spread is not known, and no warning given. */
  leastRuns: number;
}

/**
 * Sets beside each result the median of the same figure’s medians in earlier runs of the same kind: same machine,
 * mode and size, and either both on a busy machine or both on an idle one. It is a regression where three things hold:
 * the median is worse by more than the given share, it is worse than in every one of those runs, and the best
 * measurement, which noise hardly changes, is worse than the median of theirs by as much. Less is better in ms and MB,
 * more in rates.
 */
export function compareWithEarlier(
  results: BenchmarkResult[],
  earlier: BenchmarkRun[],
  conditions: RunConditions,
  limits: RegressionLimits
): BenchmarkResult[] {
  const alike = earlier.filter((run) => isAlike(run, conditions, limits)).flatMap((run) => run.results);
  const history = grouped(
    alike.filter(({p50}) => p50 !== null),
    keyOf
  );
  return results.map((result) => {
    const before = history.get(keyOf(result));
    return before && result.p50 !== null ? {...result, ...verdict(result, before, limits)} : result;
  });
}

function verdict(result: BenchmarkResult, before: BenchmarkResult[], {share, leastRuns}: RegressionLimits) {
  const isRate = result.unit.endsWith("/s");
  const best = (d: BenchmarkResult) => (isRate ? d.maximum! : d.minimum!);
  const worse = (value: number, than: number) =>
    than === 0 ? 0 : (isRate ? than - value : value - than) / than;
  const medians = before.map(({p50}) => p50!);
  const baseline = median(medians);
  const change = worse(result.p50!, baseline);
  const isRegression =
    before.length >= leastRuns &&
    change > share &&
    medians.every((earlier) => worse(result.p50!, earlier) > 0) &&
    worse(best(result), median(before.map(best))) > share;
  return {baseline, change, isRegression};
}

function isAlike(run: BenchmarkRun, here: RunConditions, {sizeShare}: RegressionLimits): boolean {
  const isBusy = (d: RunConditions) => d.loadAverage > d.machine.cpuCount;
  return (
    run.machine.machineId === here.machine.machineId &&
    run.isQuick === here.isQuick &&
    isBusy(run) === isBusy(here) &&
    Math.abs(run.organizationCount - here.organizationCount) <= sizeShare * here.organizationCount
  );
}

function median(values: number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

function keyOf({part, name, variant}: BenchmarkResult): string {
  return JSON.stringify([part, name, variant]);
}
