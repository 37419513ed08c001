import {UserError} from "../../error.js";
import {dedupeFiles, type DedupeResult} from "../../pipeline/duplicates/dedupeFiles.js";
import {readFieldMap} from "../../pipeline/duplicates/fieldMap.js";
import type {Command} from "../command.js";
import type {Output} from "../output.js";

export const command: Command = {
  summary: "Find duplicates in a CSV file, or link two, without training data",
  usage: [
    "dedupe FILE.csv [OTHER.csv] --map name=COL,street=COL,… [--pairs OUT.csv] [--clusters OUT.csv] [--json]"
  ],
  details: `Fields: name, text (title, authors), street, city, state, zip, phone, website, email, code (identifier or
date), latitude, longitude. Each is optional; name=first+last joins columns; phone=a,phone=b is a list; each text
and code is compared by itself. One file is searched for duplicates, two are linked to each other. With --truth
(a column that names the true entity) or --matches (a CSV of known pairs) it prints precision, recall and F1.
The method and its settings are those of the build.`,
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
    json: {type: "boolean", description: "print one JSON object"}
  },
  async run({values, positionals, output}) {
    if (!positionals.length) throw new UserError("no file; give a CSV file to search", {exitCode: 2});
    const text = (name: string) => values[name] as string | undefined;
    const map = readFieldMap(text("map") ?? "");
    const result = await dedupeFiles(positionals, map, {
      ids: text("id")?.split(",") ?? [],
      ...defined({truth: text("truth"), matches: text("matches")}),
      ...defined({
        pairs: text("pairs"),
        clusters: text("clusters"),
        threshold: readThreshold(text("threshold"))
      }),
      onStep: (step) => output.progress(`dedupe: ${step}`)
    });
    output.done();
    if (values.json) output.json(asJson(result));
    else print(result, output);
  }
};

function readThreshold(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new UserError(`not a probability: ${text}; give a number over 0 and under 1`, {exitCode: 2});
  return value;
}

function asJson({records, candidatePairs, pairs, clusters, seconds, metrics}: DedupeResult): object {
  return {
    records,
    candidate_pairs: candidatePairs,
    pairs,
    clusters,
    seconds: Number(seconds.toFixed(3)),
    ...(metrics && {precision: metrics.precision, recall: metrics.recall, f1: metrics.f1})
  };
}

function print(
  {records, candidatePairs, pairs, clusters, seconds, steps, metrics}: DedupeResult,
  output: Output
): void {
  const perSecond = candidatePairs / Math.max(1e-3, steps.score ?? seconds);
  const number = (value: number) => Math.round(value).toLocaleString("en-US");
  output.line(`${number(records)} records, ${number(clusters)} distinct, ${number(pairs)} pairs joined`);
  output.line(
    `${number(candidatePairs)} candidate pairs, ${number(perSecond)} scored per second; ${seconds.toFixed(2)} s in all`
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
