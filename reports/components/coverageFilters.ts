import {formatCount, formatShare} from "./formats.js";
import {inSentence} from "./coverageMeasures.js";

/** A row of help-kinds.json. */
export interface HelpKind {
  kind: string;
  name: string;
  family: "all" | "type" | "service" | "pair";
  site_count: number;
}

/** A row of help-pairs.json: a type of organization and a step of care. */
export interface HelpPair {
  organization_type: string;
  step: string;
  record_count: number;
  measured_as: string | null;
}

/** What the filters of type and service ask for; kind is null where nothing is measured for it. */
export interface ChosenHelp {
  kind: string | null;
  name: string;
  /** Why nothing is measured. */
  because: string;
}

/** Returns the kind of help that a type and a step of care stand for together; "" is any. */
export function chosenHelp(
  kinds: HelpKind[],
  pairs: HelpPair[],
  {type, step}: {type: string; step: string}
): ChosenHelp {
  const nameOf = (kind: string) => kinds.find((row) => row.kind === kind)?.name ?? kind;
  if (!type || !step) return {kind: type || step || "all", name: nameOf(type || step || "all"), because: ""};
  const name = `${nameOf(type)} with ${inSentence(nameOf(step))}`;
  const pair = pairs.find((row) => row.organization_type === type && row.step === step);
  if (pair?.measured_as) return {kind: pair.measured_as, name, because: ""};
  const because = pair?.record_count
    ? `${formatCount(pair.record_count)} records are ${inSentence(name)}; this pair is not measured on its own. Choose the type or the service alone.`
    : `No record of the directory is listed as ${inSentence(name)}.`;
  return {kind: null, name, because};
}

/** A row of coverage-denominators.json. */
export interface Denominator {
  used_for: "state" | "county" | "distance" | "context";
  name: string;
  source: string;
  vintage: string;
  /** Null for a figure that counts nobody, such as a rate. */
  people: number | null;
  share_of_census: number | null;
}

/** Names a denominator with its year and coverage, such as “residents by ZIP code areas (2010), 98 % of those of 2020”. */
export function denominatorText(rows: Denominator[], usedFor: Denominator["used_for"]): string {
  const used = rows
    .filter((row) => row.used_for === usedFor)
    .sort((a, b) => (b.people ?? 0) - (a.people ?? 0));
  if (!used.length) return "residents, which are not known";
  if (usedFor === "state") return "residents of the 2020 Census";
  const names = used.map(({name, source, vintage}) =>
    usedFor === "county" ? `${inSentence(name)} (${source}, ${vintage})` : `${inSentence(name)} (${vintage})`
  );
  const share = used.reduce((sum, row) => sum + (row.share_of_census ?? 0), 0);
  return `residents by ${names.join(" and ")}, ${formatShare(share)} of those of the 2020 Census`;
}

/** Names the files and years of counties' residents, rurality and overdose deaths; "" without a reference folder. */
export function countyContextText(rows: Denominator[]): string {
  const used = rows.filter(
    ({used_for, name}) => used_for === "county" || (used_for === "context" && /^(Rural|Overdose)/.test(name))
  );
  return used.map(({name, source, vintage}) => `${inSentence(name)}: ${source} (${vintage})`).join("; ");
}
