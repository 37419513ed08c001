// Numbers and dates in the reader’s own locale.

const count = new Intl.NumberFormat(undefined, {maximumFractionDigits: 0});
const compact = new Intl.NumberFormat(undefined, {notation: "compact", maximumFractionDigits: 1});
const share = new Intl.NumberFormat(undefined, {style: "percent", maximumFractionDigits: 1});
const day = new Intl.DateTimeFormat(undefined, {dateStyle: "long", timeZone: "UTC"});
const instant = new Intl.DateTimeFormat(undefined, {dateStyle: "medium", timeStyle: "short"});
const NONE = "–";
/** The smallest share that one decimal of a percentage shows. */
const LEAST_SHARE = 0.001;

type Maybe<T> = T | null | undefined;

/** Formats a whole number, such as 41,091. */
export function formatCount(value: Maybe<number>): string {
  return value == null ? NONE : count.format(value);
}

/** Formats a large number for an axis or a label, such as 41.1K. */
export function formatCompact(value: Maybe<number>): string {
  return value == null ? NONE : compact.format(value);
}

/** Formats a number with at most the given number of decimals. */
export function formatDecimal(value: Maybe<number>, digits = 1): string {
  return value == null ? NONE : value.toLocaleString(undefined, {maximumFractionDigits: digits});
}

/** Formats a share of 0 to 1 as a percentage: 0% and 100% only where it is none and all. */
export function formatShare(value: Maybe<number>): string {
  if (value == null) return NONE;
  if (value > 0 && value < LEAST_SHARE / 2) return `<${share.format(LEAST_SHARE)}`;
  if (value < 1 && value >= 1 - LEAST_SHARE / 2) return `>${share.format(1 - LEAST_SHARE)}`;
  return share.format(value);
}

/** Formats a calendar day; a string is read as an ISO date. */
export function formatDay(value: Maybe<Date | string>): string {
  return value == null ? NONE : day.format(new Date(value));
}

/** Formats an instant in the reader’s own time zone. */
export function formatInstant(value: Maybe<Date | string>): string {
  return value == null ? NONE : instant.format(new Date(value));
}

/** Formats a number of bytes, such as 2.4 MB. */
export function formatBytes(value: Maybe<number>): string {
  if (value == null) return NONE;
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const options = {
    style: "unit",
    unit: units[step]!,
    unitDisplay: "short",
    maximumFractionDigits: 1
  } as const;
  return (value / 1000 ** step).toLocaleString(undefined, options);
}

/** Formats any value of a table cell by what it is. */
export function formatValue(value: unknown): string {
  if (value == null || value === "") return NONE;
  if (typeof value === "number") return formatDecimal(value, Math.abs(value) < 10 ? 3 : 1);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value instanceof Date ? formatDay(value) : String(value);
}
