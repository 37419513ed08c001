import * as d3 from "npm:d3";
import {ramp} from "./palette.js";

/**
 * Returns the class limits of a map: the values’ quantiles, as many as colours of the ramp allow. A smallest value
 * that takes more than a class by itself, such as a share of none in most counties, has a class of its own; so has
 * each value where they are no more than colours. Values that read the same, once formatted, are one.
 */
export function sextiles(values: Iterable<number>, format: (value: number) => string = String): number[] {
  const sorted = d3.sort(values);
  const isNew = (value: number, i: number, all: number[]) => i === 0 || format(value) !== format(all[i - 1]!);
  const distinct = sorted.filter(isNew);
  if (distinct.length <= ramp.length) return distinct.slice(1);
  const limits = quantiles(sorted, ramp.length);
  if (format(limits[0]!) !== format(sorted[0]!)) return limits.filter(isNew);
  const above = sorted.filter((value) => format(value) !== format(sorted[0]!));
  return [...above.slice(0, 1), ...quantiles(above, ramp.length - 1)].filter(isNew);
}

/** Returns what divides sorted values into classes of equal counts. */
function quantiles(sorted: number[], classCount: number): number[] {
  return d3.range(1, classCount).map((i) => d3.quantileSorted(sorted, i / classCount)!);
}

/** Returns a colour for each class, from little to much, spread over the whole ramp. */
export function classColors(count: number): string[] {
  const last = ramp.length - 1;
  return d3.range(count).map((i) => ramp[count === 1 ? 2 : Math.round((i * last) / (count - 1))]!);
}

/**
 * Returns the legend’s entries of a map: one colour and range for each class. A class all of whose values read
 * the same is named by them, if the values are given.
 */
export function mapClasses(
  thresholds: number[],
  format: (value: number) => string,
  values: Iterable<number> = []
): {label: string; color: string}[] {
  const all = [...values];
  return classColors(thresholds.length + 1).map((color, i) => {
    const [from, to] = [thresholds[i - 1], thresholds[i]];
    const [least, most] = d3.extent(all.filter((d) => !(d < from!) && !(d >= to!)));
    if (least !== undefined && format(least) === format(most)) return {color, label: format(least)};
    if (from === undefined) return {color, label: to === undefined ? "all" : `below ${format(to)}`};
    return {color, label: to === undefined ? `${format(from)} and more` : `${format(from)} to ${format(to)}`};
  });
}
