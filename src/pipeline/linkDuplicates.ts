import {clusterRecords} from "../analysis/duplicates/clusterRecords.js";
import {weightOf} from "../analysis/duplicates/scoredPairs.js";
import {loadTables, naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {compareWithTruth} from "./duplicates/compareWithTruth.js";
import {findPairs, type FoundPairs} from "./duplicates/findPairs.js";
import type {LinkageField} from "./duplicates/linkageField.js";
import {readDecisions, type Decisions} from "./duplicates/personalDecisions.js";
import {
  writeClusterLabels,
  writeKept,
  writeLevels,
  writeNumbers,
  writeRules,
  type MatchNumber
} from "./duplicates/writeLinkage.js";
import {readParameter} from "./readParameter.js";
import {reviewResult} from "./review/reviewResult.js";

const FOLDER = "sql/analysis/duplicates/directory";
const FIELDS: LinkageField[] = ["name", "street", "city", "state", "zip", "phone", "website", "email"].map(
  (kind) => ({kind: kind as LinkageField["kind"], name: kind})
);

export interface LinkageOptions {
  /** The file that tells the true place of each record, where there is one. */
  truth?: string | undefined;
  /** Where the intermediate tables are written; in memory unless given. */
  scratch?: string | undefined;
  onStep?: (step: string) => void;
}

/**
 * Finds which organizations describe one place: fills analysis.match_pairs, match_levels, match_rules,
 * match_numbers, decisions, pair_kinds, site_members, site_fields, sites and unlinkable. Decisions of a person
 * (reference.review_decisions) stand over the model. main.organizations is only read.
 */
export async function linkDuplicates(warehouse: Warehouse, options: LinkageOptions = {}): Promise<void> {
  await warehouse.attachScratch("linkage", options.scratch);
  try {
    await link(warehouse, options);
  } finally {
    await warehouse.run("detach linkage");
  }
  options.onStep?.("sites");
  await loadTables(warehouse, "sql/analysis/duplicates/sites", "analysis");
}

async function link(warehouse: Warehouse, {truth, onStep}: LinkageOptions): Promise<void> {
  await create(warehouse, "source");
  await create(warehouse, "contents");
  await insert(warehouse, "decisions");
  const found = await findPairs(warehouse, FIELDS, onStep);
  const decisions = await readDecisions(warehouse);
  const threshold = weightOf(await readParameter(warehouse, "linkage_threshold"));
  onStep?.("cluster");
  const {labels, parted} = clusterRecords(
    {...found, records: found.size.records, decisions},
    found.pairs,
    threshold
  );
  onStep?.("write");
  await writeLevels(warehouse, found);
  await writeKept(warehouse, found);
  await writeClusterLabels(warehouse, labels, parted);
  await writeRules(warehouse, found, labels);
  for (const table of ["match_pairs", "site_members", "unlinkable"]) await insert(warehouse, table);
  await warehouse.run(readSqlFile(`${FOLDER}/decision_weights.sql`).text);
  await writeNumbers(warehouse, [
    ...numbersOf(found, decisions),
    ...(await qualityNumbers(warehouse, truth))
  ]);
}

function numbersOf({size, model}: FoundPairs, {same, different}: Decisions): MatchNumber[] {
  const possible = (size.records * (size.records - 1)) / 2;
  const expected = possible / (1 + 2 ** -model.prior);
  const finite = (value: number) => (Number.isFinite(value) ? value : 0);
  return [
    ["records", size.records, "records", "Records compared"],
    ["possible_pairs", possible, "pairs", "Pairs that could be compared"],
    ["candidate_pairs", size.pairs, "pairs", "Pairs that a blocking rule proposed"],
    ["prior", model.prior, "bits", "Log odds that two records taken at random are one place"],
    ["expected_matches", expected, "pairs", "Matching pairs that the model expects"],
    ["cap_who", finite(model.caps.who), "bits", "Log odds of one place where name and contacts agree"],
    ["cap_where", finite(model.caps.where), "bits", "Log odds of one place where the place agrees"],
    ["decided_same", same.length, "pairs", "Pairs joined by a person"],
    ["decided_different", different.length, "pairs", "Pairs parted by a person"]
  ];
}

/** Returns precision and recall by a person's answers and by the truth, as far as there are any. */
async function qualityNumbers(warehouse: Warehouse, truth: string | undefined): Promise<MatchNumber[]> {
  const numbers: MatchNumber[] = [];
  const {answered, precision, recall} = await reviewResult(warehouse);
  if (answered)
    for (const [name, {estimate, low, high}] of Object.entries({precision, recall})) {
      numbers.push([`review_${name}`, estimate, "share", `Estimated ${name}, by ${answered} reviewed pairs`]);
      numbers.push([`review_${name}_low`, low, "share", `Lower end of the 95 % interval of the ${name}`]);
      numbers.push([`review_${name}_high`, high, "share", `Upper end of the 95 % interval of the ${name}`]);
    }
  const metrics = await compareWithTruth(warehouse, truth);
  if (metrics)
    for (const name of ["precision", "recall", "f1"] as const)
      numbers.push([
        `truth_${name}`,
        metrics[name],
        "share",
        `Pairwise ${name} against the truth of generated data`
      ]);
  return numbers;
}

async function create(warehouse: Warehouse, name: string): Promise<void> {
  const file = readSqlFile(`${FOLDER}/${name}.sql`);
  await naming(file, () => warehouse.run(`create or replace table linkage.${name} as (${file.text}\n)`));
}

async function insert(warehouse: Warehouse, name: string): Promise<void> {
  const file = readSqlFile(`${FOLDER}/${name}.sql`);
  await naming(file, () => warehouse.run(`insert into analysis.${name} by name (${file.text}\n)`));
}
