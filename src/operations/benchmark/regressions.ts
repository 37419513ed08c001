import type {BenchmarkResult, BenchmarkRun} from "../../pipeline/benchmarkLog.js";
import {quantile} from "./distribution.js";

/**
 * Sets beside each result the median of the same figure’s medians in earlier runs on the same machine, and marks
 * it as a regression where it is worse by more than the given share. Less is better in ms and MB, more in rates.
 */
export function compareWithEarlier(
  results: BenchmarkResult[],
  earlier: BenchmarkRun[],
  {machineId, share}: {machineId: string; share: number}
): BenchmarkResult[] {
  const same = earlier.filter(({machine}) => machine.machineId === machineId).flatMap((run) => run.results);
  const history = new Map<string, number[]>();
  for (const result of same) {
    if (result.p50 === null) continue;
    const values = history.get(keyOf(result)) ?? [];
    values.push(result.p50);
    history.set(keyOf(result), values);
  }
  return results.map((result) => {
    const values = history.get(keyOf(result));
    if (!values || result.p50 === null) return result;
    const baseline = quantile(Float64Array.from(values).sort(), 0.5);
    const worse = result.unit.endsWith("/s") ? baseline - result.p50 : result.p50 - baseline;
    const change = baseline === 0 ? 0 : worse / baseline;
    return {...result, baseline, change, isRegression: change > share};
  });
}

function keyOf({part, name, variant}: BenchmarkResult): string {
  return JSON.stringify([part, name, variant]);
}
