import {UserError} from "../../error.js";
import {dedupeFiles, type DedupeResult} from "../../pipeline/duplicates/dedupeFiles.js";
import {readFieldMap} from "../../pipeline/duplicates/fieldMap.js";
import {measureSets, type SetResult} from "../../pipeline/duplicates/measureSets.js";
import {warehousePath} from "../../config.js";
import type {Command} from "../command.js";
import type {Output} from "../output.js";

export const command: Command = {
  summary: "Find duplicates in a CSV file, or link two, without training data",
  usage: [
    "dedupe FILE.csv [OTHER.csv] --map name=COL,street=COL,… [--pairs OUT.csv] [--clusters OUT.csv] [--json]",
    "dedupe --sets FOLDER [--json]"
  ],
  details: `Fields: name, text (title, authors), street, city, state, zip, phone, website, email, code (identifier or
date), latitude, longitude. Each is optional; name=first+last joins columns; name=a,name=b and phone=a,phone=b
are alternatives, of which those count that agree best; each text and code is compared by itself. One file is searched for duplicates, two are linked to each other. With --truth
(a column that names the true entity) or --matches (a CSV of known pairs) it prints precision, recall and F1.
The method and its settings are those of the build. With --sets it measures every labelled set that it finds in
the folder, and the published sample, and exits 1 if one misses its goal.`,
  positionals: 2,
  options: {
    map: {type: "string", description: "which columns hold what, such as name=title,zip=postcode"},
    id: {
      type: "string",
      description: "column of unique ids (A,B for two files); id or the row number unless given"
    },
    truth: {type: "string", description: "column that names the true entity"},
    matches: {type: "string", description: "CSV of known pairs: two ids and, if wanted, a label 0 or 1"},
    threshold: {type: "string", description: "least probability of a match, over 0 and under 1"},
    pairs: {type: "string", description: "write the joined pairs, with the parts of their weight"},
    clusters: {type: "string", description: "write the cluster of every record"},
    sets: {type: "string", description: "folder of labelled sets to measure, such as ../shared/data"},
    memory: {
      type: "string",
      description: "most memory for the database before it uses the disk, such as 4GB"
    },
    json: {type: "boolean", description: "print one JSON object"}
  },
  async run({values, positionals, config, output}) {
    if (typeof values.sets === "string") {
      const sets = await measureSets(values.sets, warehousePath(config), (name) =>
        output.progress(`dedupe: ${name}`)
      );
      output.done();
      return printSets(sets, output, Boolean(values.json));
    }
    if (!positionals.length) throw new UserError("no file; give a CSV file to search", {exitCode: 2});
    const text = (name: string) => values[name] as string | undefined;
    const map = readFieldMap(text("map") ?? "");
    const result = await dedupeFiles(positionals, map, {
      ids: text("id")?.split(",") ?? [],
      ...defined({truth: text("truth"), matches: text("matches")}),
      ...defined({
        pairs: text("pairs"),
        clusters: text("clusters"),
        memory: readMemory(text("memory")),
        threshold: readThreshold(text("threshold"))
      }),
      onStep: (step) => output.progress(`dedupe: ${step}`)
    });
    output.done();
    if (values.json) output.json(asJson(result));
    else print(result, output);
  }
};

function printSets(sets: SetResult[], output: Output, isJson: boolean): number {
  const missed = sets.filter(({status}) => status === "missed").length;
  if (isJson) output.json({sets, missed});
  else for (const line of setLines(sets)) output.line(line);
  return missed ? 1 : 0;
}

function setLines(sets: SetResult[]): string[] {
  const share = (value: number | undefined) => (value === undefined ? "" : value.toFixed(4)).padStart(9);
  const lines = sets.map(({name, status, records, precision, recall, f1, goal, listings}) => {
    const least = goal === undefined ? "" : `  ≥ ${goal}`;
    const cells = [String(records ?? "").padStart(7), share(precision), share(recall), share(f1), least];
    const counts = listings
      ? `  ${listings.sameNamedJoined} of ${listings.sameNamed} places of one name joined, ${listings.variantsJoined} of ${listings.variants} of variant names, ${listings.otherStreets} pairs of different streets`
      : "";
    return `${name.padEnd(42)}${cells.join("").padEnd(44)}${status === "absent" ? "not there, skipped" : status}${counts}`;
  });
  return [`${"set".padEnd(42)}records precision   recall       F1   goal`, ...lines];
}

function readMemory(text: string | undefined): string | undefined {
  if (text === undefined || /^\d+(\.\d+)? ?[KMGT]i?B$/i.test(text)) return text;
  throw new UserError(`not an amount of memory: ${text}; write it as 4GB`, {exitCode: 2});
}

function readThreshold(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new UserError(`not a probability: ${text}; give a number over 0 and under 1`, {exitCode: 2});
  return value;
}

/** Candidate pairs per second of finding and scoring them. */
function perSecond(candidatePairs: number, {block = 0, score = 0}: DedupeResult["steps"]): number {
  return candidatePairs / Math.max(1e-3, block + score);
}

function asJson({records, candidatePairs, pairs, clusters, seconds, steps, metrics}: DedupeResult): object {
  return {
    records,
    candidate_pairs: candidatePairs,
    pairs,
    clusters,
    seconds: Number(seconds.toFixed(3)),
    candidate_pairs_per_second: Math.round(perSecond(candidatePairs, steps)),
    ...(metrics && {precision: metrics.precision, recall: metrics.recall, f1: metrics.f1})
  };
}

function print(
  {records, candidatePairs, pairs, clusters, seconds, steps, metrics}: DedupeResult,
  output: Output
): void {
  // Not toLocaleString, which reads tables of all languages when it is first called.
  const number = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
  output.line(`${number(records)} records, ${number(clusters)} distinct, ${number(pairs)} pairs joined`);
  output.line(
    `${number(candidatePairs)} candidate pairs, ${number(perSecond(candidatePairs, steps))} found and scored per second; ${seconds.toFixed(2)} s in all`
  );
  const times = Object.entries(steps).map(([step, time]) => `${step} ${time.toFixed(2)} s`);
  output.line(times.join(" · "));
  if (metrics)
    output.line(
      `precision ${metrics.precision.toFixed(4)}  recall ${metrics.recall.toFixed(4)}  F1 ${metrics.f1.toFixed(4)}  (${number(metrics.truth)} true pairs)`
    );
}

/** Drops keys without a value. */
function defined<T extends object>(values: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
