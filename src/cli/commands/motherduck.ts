import {UserError} from "../../error.js";
import {checkCompatibility, type RuleResult} from "../../operations/motherduck/checkCompatibility.js";
import {estimateCost} from "../../operations/motherduck/estimateCost.js";
import {migrationChecklist} from "../../operations/motherduck/migrationChecklist.js";
import {queryBoth} from "../../operations/motherduck/queryBoth.js";
import {syncTables} from "../../operations/motherduck/syncTables.js";
import {DEFAULT_TARGET} from "../../operations/motherduck/target.js";
import type {Command, Invocation} from "../command.js";
import type {Output} from "../output.js";

const ACTIONS: Record<string, (invocation: Invocation) => Promise<number | void>> = {
  check,
  sync,
  query,
  cost,
  checklist
};

export const command: Command = {
  summary: "Check the warehouse for MotherDuck, copy it there, query both together, and estimate the cost.",
  usage: [
    "motherduck check",
    "motherduck sync --initial|--incremental [--target md:NAME|FILE]",
    'motherduck query "SELECT …" [--target md:NAME|FILE]',
    "motherduck cost",
    "motherduck checklist [--target md:NAME|FILE]"
  ],
  details:
    "The token comes from the environment variable MOTHERDUCK_TOKEN and from nowhere else. Any DuckDB file can be the\n" +
    "target of a rehearsal. In a query, tables are local.<schema>.<table> here and <target>.<schema>.<table> there,\n" +
    "where <target> is the name of the MotherDuck database, or cloud for a file.",
  options: {
    target: {
      type: "string",
      description: `md:NAME or a DuckDB file (${DEFAULT_TARGET}; checklist: a scratch file)`
    },
    initial: {type: "boolean", description: "first sync, into a database of its own"},
    incremental: {type: "boolean", description: "later syncs: only tables that differ"},
    json: {type: "boolean", description: "print one JSON object"}
  },
  positionals: 2,
  async run(invocation) {
    const [action = ""] = invocation.positionals;
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!run)
      throw new UserError(
        `unknown action: ${action || "none"}; choose one of ${Object.keys(ACTIONS).join(", ")}`,
        {exitCode: 2}
      );
    return run(invocation);
  }
};

async function check({values, config, output}: Invocation): Promise<number> {
  const rules = await checkCompatibility(config);
  if (values.json) output.json(rules);
  else for (const rule of rules) printRule(rule, output);
  return rules.some(({severity, findings}) => severity === "error" && findings.length) ? 1 : 0;
}

function printRule({title, severity, findings, because, source, read_on}: RuleResult, output: Output): void {
  output.line(`${findings.length ? severity.toUpperCase().padEnd(8) : "ok      "}${title}`);
  if (findings.length) output.line(`        ${because}`);
  for (const {kind, name, detail} of findings.slice(0, 10))
    output.line(`        ${kind} ${name}${detail ? `: ${detail}` : ""}`);
  if (findings.length > 10) output.line(`        and ${findings.length - 10} more (--json lists them)`);
  output.line(`        ${source}, read ${read_on}`);
}

async function cost({values, config, output}: Invocation): Promise<void> {
  const estimate = await estimateCost(config);
  if (values.json) return output.json(estimate);
  const usd = (amount: number) => `${amount.toFixed(3)} USD a month`;
  output.line(`warehouse      ${(estimate.warehouse_gb * 1000).toFixed(1)} MB (measured)`);
  output.line(
    `storage        ${(estimate.storage_gb * 1000).toFixed(1)} MB charged: ${usd(estimate.storage_usd)}`
  );
  output.line(
    `compute        ${estimate.compute_cu_h.toFixed(2)} CU hours: ${usd(estimate.compute_usd)} ` +
      `(${estimate.query_count} queries measured, ${(estimate.mean_query_s * 1000).toFixed(0)} ms on average)`
  );
  output.line(`on the Lite plan, after what it includes: ${usd(estimate.lite_plan_usd)}`);
  output.line("prices and assumptions, with their sources and dates: sql/parameters/motherduck.csv");
}

async function checklist({values, config, output}: Invocation): Promise<number> {
  output.progress("rehearsing the move");
  const target = values.target as string | undefined;
  const items = await migrationChecklist(config, {now: new Date(), target});
  output.done();
  if (values.json) output.json(items);
  else for (const {item, status, evidence} of items) output.line(`${status.padEnd(7)} ${item}: ${evidence}`);
  return items.some(({status}) => status === "failed") ? 1 : 0;
}

function targetOf(values: Invocation["values"]): string {
  return (values.target as string | undefined) ?? DEFAULT_TARGET;
}

async function sync({values, config, output}: Invocation): Promise<void> {
  if (Boolean(values.initial) === Boolean(values.incremental))
    throw new UserError("say which: workbench motherduck sync --initial or --incremental", {exitCode: 2});
  const result = await syncTables(config, {
    mode: values.initial ? "initial" : "incremental",
    target: targetOf(values),
    onStep: (label, share) => output.progress(label, share)
  });
  output.done();
  if (values.json) return output.json(result);
  const rows = result.changed.reduce((sum, table) => sum + table.rows, 0);
  output.line(
    `${result.target}: ${result.changed.length} tables replaced (${rows} rows), ${result.unchanged.length} as they were, ` +
      `${result.removed.length} removed, ${result.views} views; verified by row count and content hash`
  );
  if (result.resumed.length) output.line(`taken up from a run that broke off: ${result.resumed.join(", ")}`);
}

async function query({values, positionals, config, output}: Invocation): Promise<void> {
  const [, sql] = positionals;
  if (sql === undefined)
    throw new UserError('which query? Use workbench motherduck query "SELECT …"', {exitCode: 2});
  const {rows} = await queryBoth(config, sql, {target: targetOf(values)});
  if (values.json) return output.json(rows);
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length) output.line(columns.join("\t"));
  for (const row of rows) output.line(columns.map((column) => String(row[column] ?? "")).join("\t"));
  output.line(`(${rows.length} rows)`);
}
