import {UserError} from "../../error.js";
import {ensureWarehouse} from "../../pipeline/ensureWarehouse.js";
import {DECISIONS_FILE, importAnswers} from "../../pipeline/review/importAnswers.js";
import {reviewResult} from "../../pipeline/review/reviewResult.js";
import {reviewSample} from "../../pipeline/review/reviewSample.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {Command, Invocation} from "../command.js";

export const command: Command = {
  summary: "Let a person decide which records are one place, and measure the model by it",
  usage: ["review sample [FILE.csv] [--size N] [--seed N]", "review import FILE.csv", "review"],
  details: `sample writes a blind sample of pairs, as many from each band of match weight; write same, different or
unsure into its column answer. import adds the answers to ${DECISIONS_FILE}, which belongs in git: every later build
follows them, and finds the records again where an id has changed. review alone prints precision and recall with
95 % intervals, and what became of the decisions.`,
  positionals: 2,
  options: {
    size: {type: "string", default: "200", description: "pairs in the sample, about (default 200)"},
    seed: {type: "string", default: "1", description: "another seed, another sample (default 1)"},
    decisions: {type: "string", default: DECISIONS_FILE, description: "file of decisions to add to"},
    json: {type: "boolean", description: "print one JSON object"}
  },
  async run(invocation) {
    const [action, file] = invocation.positionals;
    const warehouse = await ensureWarehouse(invocation.config);
    try {
      if (action === undefined) await report(warehouse, invocation);
      else if (action === "sample") await sample(warehouse, file ?? "review.csv", invocation);
      else if (action === "import") await take(warehouse, file, invocation);
      else throw new UserError(`unknown action: ${action}; write sample or import`, {exitCode: 2});
    } finally {
      warehouse.close();
    }
  }
};

async function sample(warehouse: Warehouse, path: string, {values, output}: Invocation): Promise<void> {
  const options = {size: wholeNumber("size", values.size), seed: wholeNumber("seed", values.seed)};
  const pairs = await reviewSample(warehouse, path, options);
  if (values.json) output.json({file: path, pairs});
  else
    output.line(
      `${path}: ${pairs} pairs; answer same, different or unsure, then workbench review import ${path}`
    );
}

async function take(
  warehouse: Warehouse,
  path: string | undefined,
  {values, output}: Invocation
): Promise<void> {
  if (!path) throw new UserError("no file; give the answered sample", {exitCode: 2});
  const today = new Date().toISOString().slice(0, 10);
  const decisionsPath = String(values.decisions);
  const result = await importAnswers(warehouse, path, {decisionsPath, today});
  if (values.json) output.json({file: decisionsPath, ...result});
  else
    output.line(
      `${decisionsPath}: ${result.added} decisions added, ${result.changed} replaced, ${result.unanswered} pairs unanswered; they apply from the next build`
    );
}

async function report(warehouse: Warehouse, {values, output}: Invocation): Promise<void> {
  const result = await reviewResult(warehouse);
  if (values.json) return output.json(result);
  const share = (value: number) => value.toFixed(3);
  output.line(`${result.answered} pairs reviewed`);
  for (const key of ["precision", "recall"] as const) {
    const {estimate, low, high} = result[key];
    output.line(`${key.padEnd(9)} ${share(estimate)}  (95 % interval ${share(low)} to ${share(high)})`);
  }
  for (const [status, count] of Object.entries(result.statuses)) output.line(`${status}: ${count} decisions`);
}

function wholeNumber(name: string, value: unknown): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UserError(`not a whole number: --${name} ${String(value)}; give 1 or more`, {exitCode: 2});
  return number;
}
